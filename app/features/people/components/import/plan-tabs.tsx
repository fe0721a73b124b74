import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Pagination } from "~/ui/pagination.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import { PLAN_TABS, type ReviewCounts, type ShownPart } from "../../domain/import/review-tab.ts";
import { AbsentForm } from "./absent-form.tsx";
import { ChangedTable } from "./changed-table.tsx";
import { NewTable } from "./new-table.tsx";
import { RejectedTable } from "./rejected-table.tsx";
import { UnchangedTable } from "./unchanged-table.tsx";

type Props = { counts: ReviewCounts; shown: ShownPart; columns: ReactNode };

/** The parts of a plan, one at a time; every tab is a link. */
export function PlanTabs({ counts, shown, columns }: Props) {
  const { t } = useTranslation("people");
  const tabs = PLAN_TABS.map((tab) => ({
    label: t(`review.tabs.${tab}`),
    href: `?tab=${tab}`,
    current: shown.tab === tab,
    count: counts[tab],
  }));
  const columnsTab = {
    label: t("review.tabs.columns"),
    href: "?tab=columns",
    current: shown.tab === "columns",
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <Tabs label={t("review.parts")} tabs={[...tabs, columnsTab]} />
      {shown.tab === "columns" ? columns : <Part shown={shown} />}
    </div>
  );
}

function Part({ shown }: { shown: Exclude<ShownPart, { tab: "columns" }> }) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <Entries shown={shown} />
      <Pagination
        page={shown.page}
        pages={shown.pages}
        href={(page) => `?tab=${shown.tab}&page=${page}`}
      />
    </div>
  );
}

function Entries({ shown }: { shown: Exclude<ShownPart, { tab: "columns" }> }) {
  if (shown.tab === "new") return <NewTable {...shown} />;
  if (shown.tab === "changed") return <ChangedTable {...shown} />;
  if (shown.tab === "rejected") return <RejectedTable {...shown} />;
  if (shown.tab === "absent") return <AbsentForm {...shown} />;
  return <UnchangedTable {...shown} />;
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Pagination } from "~/ui/pagination.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import {
  PLAN_TABS,
  type PlanTab,
  type ReviewCounts,
  type ShownPart,
} from "../domain/review-tab.ts";
import { AbsencesTable } from "./absences-table.tsx";
import { AbsentForm } from "./absent-form.tsx";
import { ChangedTable } from "./changed-table.tsx";
import { KeptTable } from "./kept-table.tsx";
import { NewTable } from "./new-table.tsx";
import { RejectedTable } from "./rejected-table.tsx";
import { UnchangedTable } from "./unchanged-table.tsx";

const onlyWhereSome: readonly PlanTab[] = ["absences", "kept"];

type Props = { counts: ReviewCounts; shown: ShownPart; columns: ReactNode; reading: ReactNode };

/** The parts of a plan, one at a time; every tab is a link. */
export function PlanTabs({ counts, shown, columns, reading }: Props) {
  const { t } = useTranslation(["people-import", "people"]);
  const shownTabs = PLAN_TABS.filter((tab) => !onlyWhereSome.includes(tab) || counts[tab] > 0);
  const tabs = shownTabs.map((tab) => ({
    label: t(`review.tabs.${tab}`),
    href: `?tab=${tab}`,
    current: shown.tab === tab,
    count: counts[tab],
  }));
  const more = (["columns", "reading"] as const).map((tab) => ({
    label: t(`review.tabs.${tab}`),
    href: `?tab=${tab}`,
    current: shown.tab === tab,
  }));
  return (
    <div className="grid grid-cols-1 gap-6">
      <Tabs label={t("review.parts")} tabs={[...tabs, ...more]} />
      {shown.tab === "columns" && columns}
      {shown.tab === "reading" && reading}
      {shown.tab !== "columns" && shown.tab !== "reading" && <Part shown={shown} />}
    </div>
  );
}

type Listed = Exclude<ShownPart, { tab: "columns" | "reading" }>;

function Part({ shown }: { shown: Listed }) {
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

function Entries({ shown }: { shown: Listed }) {
  if (shown.tab === "new") return <NewTable {...shown} />;
  if (shown.tab === "changed") return <ChangedTable {...shown} />;
  if (shown.tab === "absences") return <AbsencesTable {...shown} />;
  if (shown.tab === "kept") return <KeptTable {...shown} />;
  if (shown.tab === "rejected") return <RejectedTable {...shown} />;
  if (shown.tab === "absent") return <AbsentForm {...shown} />;
  return <UnchangedTable {...shown} />;
}

import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { whole, writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { StateBadge } from "../components/hr/state-badge.tsx";
import { cyclesPage } from "../cycle/cycle-page.server.ts";
import type { CycleSummary } from "../cycle/cycle-reads.server.ts";
import type { Route } from "./+types/cycles";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  return { cycles: await cyclesPage(getPlatform(context), actor) };
}

export default function Cycles({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycles } = loaderData;
  const start = (
    <ButtonLink variant="primary" href="/cycles/new" icon={<PlusIcon />}>
      {t("cycles.start")}
    </ButtonLink>
  );
  return (
    <>
      <title>{t("cycles.title")}</title>
      <PageHeader
        title={t("cycles.title")}
        lead={t("cycles.lead")}
        action={cycles.length > 0 ? start : undefined}
      />
      {cycles.length === 0 ? (
        <EmptyState title={t("cycles.empty.title")} action={start}>
          {t("cycles.empty.body")}
        </EmptyState>
      ) : (
        <CyclesTable cycles={cycles} />
      )}
    </>
  );
}

function CyclesTable({ cycles }: { cycles: readonly CycleSummary[] }) {
  const { t } = useTranslation("feedback-hr");
  const { t: tSetup } = useTranslation("cycle-setup");
  return (
    <Table
      caption={t("cycles.caption")}
      count={t("cycles.count", { count: cycles.length })}
      rows={cycles}
      rowKey={(cycle) => cycle.id}
      columns={[
        {
          key: "name",
          header: t("cycles.name"),
          rowHeader: true,
          cell: (cycle) => (
            <Link
              tone="quiet"
              href={`/cycles/${cycle.id}`}
              dir="auto"
              className="inline-block min-w-36 wrap-anywhere"
            >
              {cycle.name}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("cycles.state"),
          cell: (cycle) => <StateBadge state={cycle.state} waiting={cycle.waiting} />,
        },
        {
          key: "participants",
          header: t("cycles.participants"),
          align: "end",
          cell: (cycle) => whole(cycle.participants),
        },
        {
          key: "answers",
          header: t("cycles.answers"),
          align: "end",
          noWrap: true,
          cell: (cycle) => (hasAsked(cycle) ? t("cycles.answersOf", figures(cycle)) : null),
        },
        {
          key: "closes",
          header: t("cycles.closes"),
          noWrap: true,
          cell: (cycle) => (cycle.closesOn ? writtenDate(cycle.closesOn) : null),
        },
        {
          key: "copy",
          header: <VisuallyHidden>{tSetup("copy.link")}</VisuallyHidden>,
          align: "end",
          noWrap: true,
          cell: ({ id, name }) => (
            <Link href={`/cycles/${id}/copy`}>
              <span aria-hidden="true">{tSetup("copy.link")}</span>
              <VisuallyHidden>{tSetup("copy.link_for", { name })}</VisuallyHidden>
            </Link>
          ),
        },
      ]}
    />
  );
}

function hasAsked({ state }: CycleSummary): boolean {
  return state !== "draft" && state !== "nominating";
}

function figures({ answered, asked }: CycleSummary) {
  return { answered: whole(answered), asked: whole(asked) };
}

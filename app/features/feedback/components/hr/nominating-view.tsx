import { useTranslation } from "react-i18next";
import { Badge } from "~/ui/badge.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { CheckIcon, ClockIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { CyclePage } from "../../cycle/cycle-page.server.ts";
import { isHandedIn, type NominationState } from "../../domain/nomination.ts";
import { sumOf } from "./progress-figures.ts";
import { stepPath } from "./setup-steps.ts";

/** While participants choose their raters: who is done, and the way to launch. */
export function NominatingView({ page: { cycle, participants } }: { page: CyclePage }) {
  const { t } = useTranslation("feedback-hr");
  const done = participants.filter((each) => isHandedIn(each.nomination)).length;
  return (
    <div className="grid gap-8">
      <Panel>
        <Progress label={t("cycle.nominating.progress")} value={done} max={participants.length} />
        <p className="max-w-reading text-ink-muted">{t("cycle.nominating.explain")}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink variant="primary" href={stepPath(cycle.id, "review")}>
            {t("cycle.nominating.launch")}
          </ButtonLink>
          <ButtonLink href={stepPath(cycle.id, "details")}>
            {t("cycle.nominating.change")}
          </ButtonLink>
        </div>
      </Panel>
      <Table
        caption={t("cycle.caption")}
        count={t("cycle.count", { count: participants.length })}
        rows={participants}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("cycle.participant"),
            rowHeader: true,
            cell: ({ id, name }) => (
              <Link tone="quiet" href={`/nominations/${id}`}>
                <bdi aria-hidden="true">{name}</bdi>
                <VisuallyHidden>{t("cycle.nominating.look", { name })}</VisuallyHidden>
              </Link>
            ),
          },
          {
            key: "department",
            header: t("cycle.department"),
            cell: ({ department }) => <bdi>{department}</bdi>,
          },
          {
            key: "raters",
            header: t("cycle.nominating.raters"),
            align: "end",
            noWrap: true,
            cell: ({ groups }) =>
              t("cycle.nominating.ratersValue", {
                count: sumOf(groups.filter((group) => group.relationship !== "self")).asked,
              }),
          },
          {
            key: "status",
            header: t("cycle.nominating.status"),
            noWrap: true,
            cell: ({ nomination }) => (
              <ListBadge nomination={nomination} approved={cycle.rules.approvedBy !== "nobody"} />
            ),
          },
        ]}
      />
    </div>
  );
}

/** `approved`: somebody has to agree to lists, so one that was only handed in still waits. */
function ListBadge({ nomination, approved }: { nomination: NominationState; approved: boolean }) {
  const { t } = useTranslation("feedback-hr");
  if (!isHandedIn(nomination)) return <Badge>{t("cycle.nominating.open")}</Badge>;
  if (approved && nomination === "submitted")
    return (
      <Badge tone="accent" icon={<ClockIcon />}>
        {t("cycle.nominating.waiting")}
      </Badge>
    );
  return (
    <Badge tone="success" icon={<CheckIcon />}>
      {t("cycle.nominating.done")}
    </Badge>
  );
}

import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { CheckIcon, ClockIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import { Table } from "~/ui/table.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import type { CyclePage } from "../../cycle/cycle-page.server.ts";
import { isHandedIn, type NominationState } from "../../domain/nomination.ts";
import type { CycleHead } from "../../running/running-page.server.ts";
import { sumOf } from "./progress-figures.ts";
import { RoundAside } from "./round-aside.tsx";
import { stepPath } from "./setup-steps.ts";

type Props = { page: CyclePage; head: CycleHead };

/** While participants choose their raters: who is done, and the way to launch. */
export function NominatingView({ page: { cycle, participants }, head }: Props) {
  const { t } = useTranslation(["feedback-hr", "cycle-over", "cycle-running"]);
  const sending = useNavigation().state === "submitting";
  const done = participants.filter((each) => isHandedIn(each.nomination)).length;
  const remindable = done < participants.length && cycle.rules.nominatedBy !== "hr";
  return (
    <WithAside label={t("aside.label", { ns: "cycle-running" })} aside={<RoundAside head={head} />}>
      <div className="grid grid-cols-1 gap-8">
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
            {remindable && (
              <Form method="post" action={`/cycles/${cycle.id}`}>
                <Button name="intent" value="remind-nominators" busy={sending}>
                  {t("cycle.nominating.remind")}
                </Button>
              </Form>
            )}
            {cycle.releaseMode === "coach" && (
              <ButtonLink href={`/cycles/${cycle.id}/coaches`}>
                {t("coaches.link", { ns: "cycle-running" })}
              </ButtonLink>
            )}
            <ButtonLink variant="quiet" href={`/cycles/${cycle.id}/call-off`}>
              {t("callOff.link", { ns: "cycle-over" })}
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
    </WithAside>
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

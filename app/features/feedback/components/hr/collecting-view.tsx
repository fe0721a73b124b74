import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import { monitoringTabs } from "~/features/rounds/domain/index.ts";
import { dayAndHour, whole, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { LiveStatus } from "~/ui/live-status.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import { Table } from "~/ui/table.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import type { CycleHead, Monitoring } from "../../running/running-page.server.ts";
import { MonitoredParticipants } from "./monitored-participants.tsx";
import { DepartmentsTable, PeopleLeft, Unreached } from "./monitoring-lists.tsx";
import { stepColumns } from "./step-columns.tsx";
import { useLive } from "./use-live.ts";

const LOOKS_AGAIN_SECONDS = 60;

type Props = { head: CycleHead; monitoring: Monitoring };

/** While answers come in: how many, from whom they are still asked. Never an answer, a time or a text. */
export function CollectingView({ head, monitoring }: Props) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  useLive(LOOKS_AGAIN_SECONDS);
  const { asked, done } = monitoring.total;
  const { tab } = monitoring.query;
  const base = `/cycles/${head.cycle.id}`;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Panel>
        <Progress
          label={t("cycle.collecting.progress")}
          value={done}
          max={asked || 1}
          text={t("cycle.of", { answered: whole(done), asked: whole(asked) })}
        />
        <LiveStatus className="sr-only">
          {t("live", { ns: "cycle-running", done: whole(done), asked: whole(asked) })}
        </LiveStatus>
        <p className="max-w-reading text-ink-muted">{t("cycle.collecting.private")}</p>
        <p className="max-w-reading text-sm text-ink-muted">
          {t(head.told.at === null ? "toldFirst" : "told", {
            ns: "cycle-running",
            at: head.told.at === null ? "" : dayAndHour(head.told.at, head.told.zone),
            next: dayAndHour(head.told.next, head.told.zone),
          })}
        </p>
        {head.cycle.paused && <Notice>{t("paused", { ns: "cycle-running" })}</Notice>}
        <Actions head={head} />
      </Panel>
      <Table
        caption={t("relationships", { ns: "cycle-running" })}
        rows={monitoring.byRelationship}
        rowKey={({ relationship }) => relationship}
        columns={[
          {
            key: "relationship",
            header: t("relationship", { ns: "cycle-running" }),
            rowHeader: true,
            cell: ({ relationship }) => t(`groups.${relationship}`),
          },
          ...stepColumns(t, ({ steps }: Monitoring["byRelationship"][number]) => steps),
        ]}
      />
      <div className="grid grid-cols-1 gap-6" id="lists">
        <Tabs
          label={t("tabs.label", { ns: "cycle-running" })}
          tabs={monitoringTabs.map((each) => ({
            label: t(`tabs.${each}`, { ns: "cycle-running" }),
            href: `${base}?tab=${each}`,
            current: each === tab,
            count: monitoring.counts[each],
          }))}
        />
        {monitoring.participants && (
          <MonitoredParticipants
            cycleId={head.cycle.id}
            page={monitoring.participants}
            search={monitoring.query.search}
            used={monitoring.byRelationship.map((each) => each.relationship)}
          />
        )}
        {monitoring.departments && <DepartmentsTable departments={monitoring.departments} />}
        {monitoring.people && (
          <PeopleLeft
            cycle={head.cycle}
            page={monitoring.people}
            search={monitoring.query.search}
          />
        )}
        {monitoring.unreached && <Unreached cycleId={head.cycle.id} {...monitoring.unreached} />}
      </div>
    </div>
  );
}

function Actions({ head: { cycle, overdue } }: { head: CycleHead }) {
  const { t } = useTranslation(["cycle-running", "feedback-hr", "letters"]);
  const sending = useNavigation().state === "submitting";
  const base = `/cycles/${cycle.id}`;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant={overdue ? "primary" : "secondary"} href={`${base}/close`}>
          {t("cycle.collecting.close", { ns: "feedback-hr" })}
        </ButtonLink>
        <ButtonLink href={`${base}/extend`}>{t("extend.link")}</ButtonLink>
        <ButtonLink href={`${base}/letters`}>{t("running.link", { ns: "letters" })}</ButtonLink>
        <Form method="post" action={base}>
          <Button name="intent" value={cycle.paused ? "resume" : "pause"} busy={sending}>
            {t(cycle.paused ? "resume" : "pause")}
          </Button>
        </Form>
        {cycle.releaseMode === "coach" && (
          <ButtonLink href={`${base}/coaches`}>{t("coaches.link")}</ButtonLink>
        )}
      </div>
      {cycle.closesItself && cycle.closesOn && !overdue && (
        <p className="text-sm text-ink-muted">
          {t("closesItself", { date: writtenDate(cycle.closesOn) })}
        </p>
      )}
    </>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayAndHour, whole } from "~/platform/i18n/format.ts";
import { LiveStatus } from "~/ui/live-status.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Progress } from "~/ui/progress.tsx";
import { Tabs } from "~/ui/tabs.tsx";
import { monitoringTabs } from "../../domain/monitoring.ts";
import type { Monitoring } from "../../monitoring/monitoring-page.server.ts";
import { ChangesList } from "../changes-list.tsx";
import { DepartmentsTable } from "./departments-table.tsx";
import { listHref } from "./list-href.ts";
import { MonitoredSubjects } from "./monitored-subjects.tsx";
import { PeopleLeft } from "./people-left.tsx";
import { RelationshipsTable } from "./relationships-table.tsx";
import { Unreached } from "./unreached.tsx";
import type { RoundWays } from "./ways.ts";

type Props = {
  round: {
    id: string;
    paused: boolean;
    /** When figures moved last and will move next, and in which zone that is said. */
    told: { at: string | null; next: string; zone: string };
  };
  monitoring: Monitoring;
  ways: RoundWays;
  /** What can be done with the round. */
  children: ReactNode;
};

/** While answers come in: how many, from whom they are still asked. Never an answer, a time or a text. */
export function MonitoringView({ round, monitoring, ways, children }: Props) {
  const { t } = useTranslation("monitoring");
  const { asked, done } = monitoring.total;
  const { told } = round;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Panel>
        <Progress
          label={t("progress")}
          value={done}
          max={asked || 1}
          text={t("of", { answered: whole(done), asked: whole(asked) })}
        />
        <LiveStatus className="sr-only">
          {t("live", { done: whole(done), asked: whole(asked) })}
        </LiveStatus>
        <p className="max-w-reading text-ink-muted">{t("private")}</p>
        <p className="max-w-reading text-sm text-ink-muted">
          {t(told.at === null ? "toldFirst" : "told", {
            at: told.at === null ? "" : dayAndHour(told.at, told.zone),
            next: dayAndHour(told.next, told.zone),
          })}
        </p>
        {round.paused && <Notice>{t("paused")}</Notice>}
        {children}
      </Panel>
      <RelationshipsTable
        rows={monitoring.byRelationship.map(({ relationship, steps }) => ({
          relationship,
          ...steps,
        }))}
      />
      <Lists round={round} monitoring={monitoring} ways={ways} />
    </div>
  );
}

function Lists({ round, monitoring, ways }: Omit<Props, "children">) {
  const { t } = useTranslation("monitoring");
  const { query, participants, departments, people, unreached, changes } = monitoring;
  const looked = { roundId: round.id, query, ways };
  return (
    <div className="grid grid-cols-1 gap-6" id="lists">
      <Tabs
        label={t("tabs.label")}
        tabs={monitoringTabs.map((each) => ({
          label: t(`tabs.${each}`),
          href: `${ways.page}?tab=${each}`,
          current: each === query.tab,
          count: monitoring.counts[each],
        }))}
      />
      {participants && (
        <MonitoredSubjects
          {...looked}
          page={participants}
          used={monitoring.byRelationship.map(({ relationship }) => relationship)}
        />
      )}
      {departments && <DepartmentsTable {...looked} departments={departments} />}
      {people && <PeopleLeft {...looked} page={people} paused={round.paused} />}
      {unreached && <Unreached {...unreached} subject={ways.subject} />}
      {changes && (
        <ChangesList
          page={changes}
          ways={{
            ...ways,
            page: (number) => listHref(ways.page, { tab: "changes", search: "", page: number }),
          }}
        />
      )}
    </div>
  );
}

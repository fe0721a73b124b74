import type { Actor } from "~/features/identity/index.ts";
import { type Bounced, bouncedAbout } from "~/features/letters/index.server.ts";
import { organisationZone, peopleByIds } from "~/features/people/index.server.ts";
import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import type { UsefulnessFigures } from "~/features/reports/domain/index.ts";
import { usefulnessOf } from "~/features/reports/index.server.ts";
import {
  isPastClosing,
  type MonitoringTab,
  matches,
  type Page,
  pageOf,
  type Steps,
  stepsBy,
  sumSteps,
  withWorkLeft,
} from "~/features/rounds/domain/index.ts";
import { nextStep, stepsByGroup, workByRater } from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import {
  type Declined,
  declinedRaters,
  type MonitoredParticipant,
  monitoredParticipants,
} from "../cycle/monitoring-reads.server.ts";
import { type RunningFacts, releasedByParticipant, runningFacts } from "./running-reads.server.ts";

export type MonitoringQuery = { tab: MonitoringTab; search: string; page: number };

const ROWS = 50;

export type CycleHead = {
  cycle: CycleView;
  facts: RunningFacts;
  instrument: string;
  overdue: boolean;
  /** The calendar date now, where the organisation is. */
  today: string;
  /**
   * From when what is told of progress is (null: nothing was told yet), and when it moves next; where the organisation
   * is.
   */
  told: { at: string | null; next: string; zone: string };
};

export type ParticipantSteps = MonitoredParticipant & {
  total: Steps;
  groups: Partial<Record<Relationship, Steps>>;
};
export type PersonLeft = { personId: string; name: string; hasAddress: boolean; left: number };
export type DepartmentSteps = { department: string | null; participants: number; total: Steps };

export type Monitoring = {
  query: MonitoringQuery;
  total: Steps;
  byRelationship: { relationship: Relationship; steps: Steps }[];
  counts: Record<MonitoringTab, number>;
  participants: Page<ParticipantSteps> | null;
  departments: DepartmentSteps[] | null;
  people: Page<PersonLeft> | null;
  unreached: { declined: Declined[]; bounced: Bounced[] } | null;
};

export type ClosedParticipant = MonitoredParticipant & { report: "none" | "made" | "released" };

export type ClosedCycle = {
  search: string;
  participants: Page<ClosedParticipant>;
  usefulness: UsefulnessFigures | null;
};

/** Where a cycle stands, in short; null when there is none, or it is not for this actor. */
export function cycleHead(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<CycleHead | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    const facts = cycle && (await runningFacts(tx, actor, cycleId));
    if (!cycle || !facts) return null;
    const found = await instrumentById(tx, actor, cycle.instrumentId);
    const zone = await organisationZone(tx, actor);
    const today = todayFor(platform, zone);
    const overdue = cycle.state === "collecting" && isPastClosing(cycle, today);
    const next = nextStep(zone, platform.clock.now()).toISOString();
    const told = { at: cycle.toldAt?.toISOString() ?? null, next, zone };
    return { cycle, facts, instrument: found?.instrument.name ?? "", overdue, told, today };
  });
}

/** What closing now would leave: reports, and answers of those asked for. HR only. */
export function closingCounts(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<{ reports: number; asked: number; answered: number }> {
  return inOrganisation(platform, actor, async (tx) => {
    const participants = await monitoredParticipants(tx, actor, cycleId);
    const { asked, done } = sumSteps(await stepsByGroup(tx, actor, cycleId));
    const reports = participants.filter((each) => !each.withdrawn).length;
    return { reports, asked, answered: done };
  });
}

/**
 * How far a cycle is that collects answers: counts, never an answer, and of lists only the page that is looked at. HR
 * only.
 */
export function monitoringPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  query: MonitoringQuery,
): Promise<Monitoring> {
  return inOrganisation(platform, actor, async (tx) => {
    const groups = await stepsByGroup(tx, actor, cycleId);
    const participants = await monitoredParticipants(tx, actor, cycleId);
    const left = withWorkLeft(await workByRater(tx, actor, cycleId, platform.secret));
    const declined = await declinedRaters(tx, actor, cycleId);
    const bounced = await bouncedAbout(tx, actor, cycleId);
    const byRelationship = stepsBy(groups, (group) => group.relationship);
    const byParticipant = Map.groupBy(groups, (group) => group.subjectId);
    const stepsOf = (participant: MonitoredParticipant): ParticipantSteps => {
      const own = byParticipant.get(participant.id) ?? [];
      const named = Object.fromEntries(own.map((group) => [group.relationship, steps(group)]));
      return { ...participant, total: sumSteps(own), groups: named };
    };
    const departments = new Set(participants.map((each) => each.department));
    return {
      query,
      total: sumSteps(groups),
      byRelationship: relationships.flatMap((relationship) => {
        const found = byRelationship.get(relationship);
        return found ? [{ relationship, steps: found }] : [];
      }),
      counts: {
        participants: participants.length,
        departments: departments.size,
        people: left.length,
        unreached: declined.length + bounced.length,
      },
      participants:
        query.tab === "participants"
          ? mapPage(
              pageOf(
                participants.filter((each) => matches(query.search, each.name, each.department)),
                query.page,
                ROWS,
              ),
              stepsOf,
            )
          : null,
      departments: query.tab === "departments" ? byDepartment(participants.map(stepsOf)) : null,
      people: query.tab === "people" ? await peopleLeft(tx, actor, left, query) : null,
      unreached: query.tab === "unreached" ? { declined, bounced } : null,
    };
  });
}

/** A closed cycle's participants, by page, and how useful they found it. HR only. */
export function closedPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { search, page }: Pick<MonitoringQuery, "search" | "page">,
): Promise<ClosedCycle> {
  return inOrganisation(platform, actor, async (tx) => {
    const participants = await monitoredParticipants(tx, actor, cycleId);
    const reports = new Map(
      (await releasedByParticipant(tx, actor, cycleId)).map((row) => [row.participantId, row]),
    );
    const found = participants.filter((each) => matches(search, each.name, each.department));
    const stateOf = (id: string) => {
      const report = reports.get(id);
      return !report ? "none" : report.released ? "released" : "made";
    };
    return {
      search,
      participants: mapPage(pageOf(found, page, ROWS), (participant) => ({
        ...participant,
        report: stateOf(participant.id),
      })),
      usefulness: await usefulnessOf(tx, actor, cycleId),
    };
  });
}

function steps({ asked, started, done }: Steps): Steps {
  return { asked, started, done };
}

function mapPage<From, To>(page: Page<From>, make: (row: From) => To): Page<To> {
  return { ...page, rows: page.rows.map(make) };
}

function byDepartment(participants: readonly ParticipantSteps[]): DepartmentSteps[] {
  return [...Map.groupBy(participants, (each) => each.department)]
    .map(([department, members]) => ({
      department,
      participants: members.length,
      total: sumSteps(members.map((each) => each.total)),
    }))
    .sort((a, b) => (a.department ?? "\uffff").localeCompare(b.department ?? "\uffff", "en"));
}

/** Without a search only the people of one page are loaded. */
async function peopleLeft(
  tx: Tx,
  actor: Actor,
  left: readonly { personId: string; asked: number; done: number }[],
  { search, page }: MonitoringQuery,
): Promise<Page<PersonLeft>> {
  const shown = search === "" ? pageOf(left, page, ROWS) : null;
  const wanted = (shown?.rows ?? left).map((each) => each.personId);
  const people = new Map((await peopleByIds(tx, actor, wanted)).map((each) => [each.id, each]));
  const rows = (shown?.rows ?? left).flatMap(({ personId, asked, done }) => {
    const person = people.get(personId);
    if (!person || !matches(search, person.name, person.email)) return [];
    return [{ personId, name: person.name, hasAddress: person.email !== null, left: asked - done }];
  });
  return shown ? { ...shown, rows } : pageOf(rows, page, ROWS);
}

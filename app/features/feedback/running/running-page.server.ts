import { type Actor, isLimited } from "~/features/identity/index.ts";
import { type LetterCounts, letterCounts } from "~/features/letters/index.server.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { instrumentToRead } from "~/features/questionnaires/index.server.ts";
import type { UsefulnessFigures } from "~/features/reports/domain/index.ts";
import { thinReports, usefulnessOf } from "~/features/reports/index.server.ts";
import { isPastClosing, type Page, pageOf, sumSteps } from "~/features/rounds/domain/index.ts";
import {
  type MonitoredSubject,
  monitoredSubjects,
  nextStep,
  stepsByGroup,
} from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { type RunningFacts, releasedByParticipant, runningFacts } from "./running-reads.server.ts";

const ROWS = 50;
/** Counted, reminders would tell who answered after one was written and before it left. */
const REMINDER = "reminder";

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
  /** What became of its letters, and how letters leave this server. */
  letters: LetterCounts & { mail: Platform["mailer"]["kind"] };
  /** Whether whoever looks runs the rounds of everybody, rather than of some units. */
  whole: boolean;
};

export type ClosedParticipant = MonitoredSubject & { report: "none" | "made" | "released" };

export type ClosedCycle = {
  /** Whose report waits and has no group of others, because too few answered; by name. */
  thin: string[];
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
    const found = await instrumentToRead(tx, actor, cycle.instrumentId);
    const zone = await organisationZone(tx, actor);
    const today = todayFor(platform, zone);
    const overdue = cycle.state === "collecting" && isPastClosing(cycle, today);
    const next = nextStep(zone, platform.clock.now()).toISOString();
    const told = { at: cycle.toldAt?.toISOString() ?? null, next, zone };
    const counts = await letterCounts(tx, actor, cycleId, { without: [REMINDER] });
    return {
      ...{ cycle, facts, instrument: found?.instrument.name ?? "", overdue, told, today },
      letters: { ...counts, mail: platform.mailer.kind },
      whole: !isLimited(actor),
    };
  });
}

/** What closing now would leave: reports, and answers of those asked for. HR only. */
export function closingCounts(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<{ reports: number; asked: number; answered: number }> {
  return inOrganisation(platform, actor, async (tx) => {
    const participants = await monitoredSubjects(tx, actor, cycleId);
    const { asked, done } = sumSteps(await stepsByGroup(tx, actor, cycleId));
    const reports = participants.filter((each) => !each.withdrawn).length;
    return { reports, asked, answered: done };
  });
}

/** A closed cycle's participants, by page, and how useful they found it. HR only. */
export function closedPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { search, page }: { search: string; page: number },
): Promise<ClosedCycle> {
  return inOrganisation(platform, actor, async (tx) => {
    const participants = await monitoredSubjects(tx, actor, cycleId);
    const reports = new Map(
      (await releasedByParticipant(tx, actor, cycleId)).map((row) => [row.participantId, row]),
    );
    const found = participants.filter((each) => wordsFound(search, each.name, each.department));
    const stateOf = (id: string) => {
      const report = reports.get(id);
      return !report ? "none" : report.released ? "released" : "made";
    };
    const thin = await thinReports(tx, { organisationId: actor.organisationId, id: cycleId });
    return {
      thin: participants.flatMap(({ id, name, withdrawn }) =>
        thin.has(id) && !withdrawn ? [name] : [],
      ),
      search,
      participants: mapPage(pageOf(found, page, ROWS), (participant) => ({
        ...participant,
        report: stateOf(participant.id),
      })),
      usefulness: await usefulnessOf(tx, actor, cycleId),
    };
  });
}

function mapPage<From, To>(page: Page<From>, make: (row: From) => To): Page<To> {
  return { ...page, rows: page.rows.map(make) };
}

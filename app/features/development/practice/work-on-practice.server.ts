import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { WorkTimes } from "~/features/people/domain/index.ts";
import { workTimesOf, zoneOf } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nextNudgeAt } from "../domain/practice/nudge.ts";
import type { Practice } from "../domain/practice/practice.ts";
import { type PracticeDay, practiceDays } from "../domain/practice/practice-days.ts";
import {
  type KeptPractice,
  lockPractices,
  practicesOf,
  updatePractice,
} from "./practice-store.server.ts";

export type Ticking = Pick<Platform, "database" | "clock">;
export type PracticeOutcome<Value = void> = Outcome<Value, "unknown"> | Problems;

/** What somebody practises, where they are. */
export type OwnPractices = {
  /** What is chosen or runs. */
  open: KeptPractice | null;
  past: KeptPractice[];
  today: string;
  zone: string;
  /** On which days they work, "12345" being Monday to Friday; null: not known. */
  workingDays: string | null;
  absences: WorkTimes["absences"];
  /** The days of a practice of theirs, as they stand today. */
  daysOf: (practice: KeptPractice) => PracticeDay[];
};

/** What whoever asks practises and practised. There is no way to that of anybody else. */
export async function ownPracticesOf(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: OrganisationScope & { personId: string },
): Promise<OwnPractices> {
  const { personId } = actor;
  const all = await practicesOf(tx, actor, personId);
  const zone = await zoneOf(tx, actor, personId);
  const today = todayFor(platform, zone);
  const first = all.flatMap(({ begunOn }) => begunOn ?? []).toSorted()[0] ?? today;
  const times = (await workTimesOf(tx, actor, [personId], first)).get(personId);
  const { workingDays = null, absences = [] } = times ?? {};
  return {
    open: all.find(({ endedOn }) => endedOn === null) ?? null,
    past: all.filter(({ endedOn }) => endedOn !== null),
    ...{ today, zone, workingDays, absences },
    daysOf: (practice) => practiceDays(practice, practice.checkIns, { today, absences }),
  };
}

/** What somebody practises while nobody else changes it, not even they in another tab. */
export type HeldPractices = OwnPractices & { tx: Tx; actor: Actor & { personId: string } };

/** Does something to what whoever asks practises. What `work` refuses changes nothing. */
export function workOnPractices<Value>(
  platform: Ticking,
  asking: Actor,
  work: (held: HeldPractices) => Promise<PracticeOutcome<Value>>,
): Promise<PracticeOutcome<Value>> {
  return inOrganisation(platform, asking, async (tx): Promise<PracticeOutcome<Value>> => {
    const { personId } = asking;
    if (personId === null) return refuse("unknown");
    const actor = { ...asking, personId };
    await lockPractices(tx, actor, personId);
    return work({ ...(await ownPracticesOf(platform, tx, actor)), tx, actor });
  });
}

/** Changes a practice of theirs, and with it when it is nudged of next. */
export function changePractice(
  { clock }: Pick<Platform, "clock">,
  { tx, actor, zone }: HeldPractices,
  practice: KeptPractice,
  facts: Partial<Omit<Practice, "id" | "revision">>,
): Promise<void> {
  const nudgeAt = nextNudgeAt({ ...practice, ...facts }, { zone, after: clock.now() });
  return updatePractice(tx, actor, practice.id, { ...facts, nudgeAt });
}

type PracticeAct =
  | ("chosen" | "changed" | "begun" | "discarded" | "reflected")
  | ("extended" | "finished" | "stopped" | "resumed");

/**
 * That somebody did something with what they practise, without its words. Check-ins are not recorded: who answers how
 * often is nobody's business.
 */
export function noteOnPractice(
  platform: Ticking,
  { tx, actor }: HeldPractices,
  act: PracticeAct,
  id: string,
): Promise<void> {
  return recordAudit(platform, tx, actor, {
    action: `practising.${act}`,
    subjectKind: "practice",
    subjectId: id,
  });
}

import { type AuditEntry, recordAudit } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type RoundKind,
  type RoundState,
  type RoundStep,
  recordedAs,
  stateAfter,
} from "../domain/round.ts";
import type { Reaching } from "../lent-reads.server.ts";
import { isOutOfReach } from "../reach/reach-reads.server.ts";
import { lockReached } from "./lock-reached.server.ts";
import {
  type AnyRound,
  lockAnyRound,
  lockRound,
  type Round,
  type RoundChanges,
  type RoundKey,
  updateRound,
} from "./round-store.server.ts";

type Who = Reaching;

export type RoundChange<By extends Who> = {
  /** The policy. */
  may: (by: By, roundId: string) => boolean;
  /** Where the round must stand: before this step, which it then takes, or in such a state. */
  from: RoundStep | ((state: RoundState) => boolean);
  /** Why it is refused anywhere else. */
  late: string;
  /** The round as whoever changes it saw it; nothing is done when it has changed since. */
  revision?: number | undefined;
  /** What was done, as the audit records it after the word for such a round. */
  did: string;
};

/** What was done, as the work of a change tells it. */
type Changed<Value, Changes> = {
  ok: true;
  value: Value;
  /** What the round itself says from now on. */
  set?: Changes;
  detail?: AuditEntry["detail"];
  /** It was so before: nothing is written down. */
  unchanged?: boolean;
};

type Result<Changes> = Changed<unknown, Changes> | Refusal;

type Told<Own extends { ok: true; value: unknown } | Refusal, Change> =
  | (Own extends { ok: true; value: infer Value } ? { ok: true; value: Value } : Own)
  | Refusal<"not-allowed" | "unknown" | "outside-units">
  | (Change extends { late: infer Late extends string } ? Refusal<Late> : never)
  | (Change extends { revision: unknown } ? Refusal<"changed"> : never);

/** How rounds of a kind are read and written: both halves as one, where their kind has its own. */
export type Halves<Row, Changes> = {
  lock: (tx: Tx, scope: OrganisationScope, id: string) => Promise<Row | null>;
  update: (tx: Tx, row: Row, changes: Changes & { state: RoundState }) => Promise<void>;
  /** What records call such a round. */
  word: (row: Row) => string;
};

/**
 * Makes the one way in which rounds are changed: it asks the policy, locks the round, looks where it stands and whether
 * it is as it was seen, lets `work` do it, and counts the revision and records the audit in the same transaction. What
 * `work` refuses has changed nothing, as long as it refuses before it writes. Whose office is limited can do nothing to
 * a round by which it would ask about anybody outside their units: that is taken back as a whole.
 */
export function changerOf<Row extends RoundKey & Pick<Round, "state" | "revision">, Changes>(
  halves: Halves<Row, Changes>,
) {
  return function change<
    By extends Who,
    const Change extends RoundChange<By>,
    Own extends Result<Changes>,
  >(
    platform: Pick<Platform, "database" | "clock">,
    by: By,
    id: string,
    asked: Change & RoundChange<By>,
    work: (tx: Tx, row: Row) => Promise<Own>,
  ): Promise<Told<Own, Change>> {
    // What it can be refused with follows from the change, which the compiler can't see from inside.
    return changed(platform, by, id, asked, halves, work) as Promise<Told<Own, Change>>;
  };
}

const word = ({ kind }: { kind: string }) => recordedAs[kind as RoundKind];

/** Changes what every round has that asks by a questionnaire. */
export const changeRound = changerOf<Round, RoundChanges>({
  ...{ lock: lockRound, update: updateRound, word },
});

/** Changes what every round has, whatever its kind. */
export const changeAnyRound = changerOf<AnyRound, RoundChanges>({
  ...{ lock: lockAnyRound, update: updateRound, word },
});

/** What was done would take a round out of reach of whoever did it: all of it is taken back. */
class LeavesReach extends Error {}

async function changed<
  By extends Who,
  Row extends RoundKey & Pick<Round, "state" | "revision">,
  Changes,
>(
  platform: Pick<Platform, "database" | "clock">,
  by: By,
  id: string,
  asked: RoundChange<By>,
  halves: Halves<Row, Changes>,
  work: (tx: Tx, row: Row) => Promise<Result<Changes>>,
): Promise<{ ok: true; value: unknown } | Refusal> {
  if (!asked.may(by, id)) return refuse("not-allowed");
  try {
    return await inOrganisation(platform, by, (tx) =>
      changedIn(platform, tx, by, id, asked, halves, work),
    );
  } catch (error) {
    if (error instanceof LeavesReach) return refuse("outside-units");
    throw error;
  }
}

async function changedIn<
  By extends Who,
  Row extends RoundKey & Pick<Round, "state" | "revision">,
  Changes,
>(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  by: By,
  id: string,
  { from, late, revision, did }: RoundChange<By>,
  halves: Halves<Row, Changes>,
  work: (tx: Tx, row: Row) => Promise<Result<Changes>>,
): Promise<{ ok: true; value: unknown } | Refusal> {
  const row = await lockReached(halves.lock, tx, by, id);
  if (!row) return refuse("unknown");
  const state = whereTo(row.state, from);
  if (state === null) return refuse(late);
  if (revision !== undefined && revision !== row.revision) return refuse("changed");
  const result = await work(tx, row);
  if (!result.ok) return result;
  const { value, set, detail, unchanged = false } = result;
  if (unchanged) return { ok: true, value };
  if (set || state !== row.state) await halves.update(tx, row, { ...(set as Changes), state });
  const subjectKind = halves.word(row);
  await recordAudit(platform, tx, by, {
    ...{ action: `${subjectKind}.${did}`, subjectKind, subjectId: id },
    ...(detail ? { detail } : {}),
  });
  if (await isOutOfReach(tx, by, id)) throw new LeavesReach();
  return { ok: true, value };
}

/** The state in which a change leaves a cycle; null when it can't be made from this one. */
function whereTo(state: RoundState, from: RoundChange<Who>["from"]): RoundState | null {
  if (typeof from === "string") return stateAfter(state, from);
  return from(state) ? state : null;
}

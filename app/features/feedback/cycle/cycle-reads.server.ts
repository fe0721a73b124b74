import type { Actor } from "~/features/identity/index.ts";
import type { RoundState } from "~/features/rounds/domain/index.ts";
import { countsOfRound, roundState } from "~/features/rounds/index.server.ts";
import { mayRunRound, mayRunSomeRounds } from "~/features/rounds/index.ts";
import { lentClosures, withinReach } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { type CycleKind, cycleKinds } from "../domain/cycle-kind.ts";
import { approvers, nominators, type RaterRules, readLimits } from "../domain/rater-rules.ts";
import { type ReleaseMode, releaseModes } from "../domain/timeline.ts";
import { cyclesIn } from "./participation-reads.server.ts";

export type CycleSummary = {
  id: string;
  name: string;
  state: RoundState;
  /** Closed, and may still be reopened. */
  waiting: boolean;
  closesOn: string | null;
  participants: number;
  asked: number;
  answered: number;
  /** Off the list of rounds. */
  archived: boolean;
};

/** Every cycle, archived ones too, newest first. HR only. */
export async function cycleList(tx: Tx, actor: Actor): Promise<CycleSummary[]> {
  if (!mayRunSomeRounds(actor)) return [];
  const rows = await cyclesIn(tx, actor)
    .where(withinReach(actor))
    .leftJoin(lentClosures(actor), (join) => join.onRef("closure.roundId", "=", "round.id"))
    .select(["round.id", "round.name", "round.state", "round.closesOn", "round.archived"])
    .select(["closure.state as closure", "closure.invited", "closure.answered"])
    .select(countsOfRound(actor))
    .orderBy("round.createdAt", "desc")
    .orderBy("round.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: roundState(row.state),
    waiting: row.closure === "waiting",
    closesOn: row.closesOn,
    archived: row.archived,
    participants: Number(row.subjects),
    asked: row.invited ?? Number(row.requests),
    answered: row.answered ?? Number(row.done),
  }));
}

/** Where every cycle stands and by when something is due, without any count. HR only. */
export async function cyclesInShort(tx: Tx, actor: Actor) {
  if (!mayRunSomeRounds(actor)) return [];
  const rows = await cyclesIn(tx, actor)
    .where(withinReach(actor))
    .select(["round.state", "round.closesOn", "round.archived", "cycle.nominateBy"])
    .execute();
  return rows.map((row) => ({ ...row, state: roundState(row.state) }));
}

export type CycleView = {
  id: string;
  name: string;
  kind: CycleKind;
  state: RoundState;
  paused: boolean;
  archived: boolean;
  /** When and why it was called off; null where it was not. */
  calledOff: { at: string; reason: string } | null;
  instrumentId: string;
  nominateBy: string | null;
  opensOn: string | null;
  closesOn: string | null;
  closesItself: boolean;
  reminderDays: number[];
  releaseMode: ReleaseMode;
  releaseOn: string | null;
  hrKeepsReports: boolean;
  rules: RaterRules;
  /** The step at which progress was told last. */
  toldAt: Date | null;
  closure: {
    scored: number;
    total: number;
    invited: number;
    answered: number;
    done: boolean;
  } | null;
};

/** One cycle's settings and where it stands. HR only; null when there is none by that id. */
export async function cycleView(tx: Tx, actor: Actor, id: string): Promise<CycleView | null> {
  if (!mayRunRound(actor, id) || !isId(id)) return null;
  const row = await cyclesIn(tx, actor)
    .leftJoin(lentClosures(actor), (join) => join.onRef("closure.roundId", "=", "round.id"))
    .where("round.id", "=", id)
    .select([
      "round.id",
      "round.name",
      "round.state",
      "round.instrumentId",
      "round.toldAt",
      "cycle.nominateBy",
      "round.opensOn",
      "round.closesOn",
      "cycle.kind",
      "round.paused",
      "round.archived",
      "round.calledOffAt",
      "round.calledOffReason",
      "round.closesItself",
      "round.reminderDays",
      "round.releaseMode",
      "round.releaseOn",
      "round.hrKeepsReports",
      "cycle.raterLimits",
      "cycle.nominatedBy",
      "cycle.approvedBy",
      "cycle.approveAfterDays",
      "cycle.requestCap",
      "closure.scored",
      "closure.total",
      "closure.invited",
      "closure.answered",
      "closure.state as closureState",
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { scored, total, invited, answered } = row;
  return {
    id: row.id,
    name: row.name,
    state: roundState(row.state),
    instrumentId: row.instrumentId,
    nominateBy: row.nominateBy,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    kind: oneOf(cycleKinds, row.kind),
    paused: row.paused,
    archived: row.archived,
    calledOff:
      row.calledOffAt === null || row.calledOffReason === null
        ? null
        : { at: row.calledOffAt.toISOString(), reason: row.calledOffReason },
    closesItself: row.closesItself,
    reminderDays: row.reminderDays,
    releaseMode: oneOf(releaseModes, row.releaseMode ?? ""),
    releaseOn: row.releaseOn,
    toldAt: row.toldAt,
    hrKeepsReports: row.hrKeepsReports,
    rules: {
      raterLimits: readLimits(row.raterLimits),
      nominatedBy: oneOf(nominators, row.nominatedBy),
      approvedBy: oneOf(approvers, row.approvedBy),
      approveAfterDays: row.approveAfterDays,
      requestCap: row.requestCap,
    },
    closure:
      scored === null || total === null || invited === null || answered === null
        ? null
        : { scored, total, invited, answered, done: row.closureState === "done" },
  };
}

/** A stored word among those the code knows. @throws for any other. */
function oneOf<Word extends string>(words: readonly Word[], stored: string): Word {
  const word = words.find((each) => each === stored);
  if (word === undefined) throw new Error(`unknown setting ${stored}`);
  return word;
}

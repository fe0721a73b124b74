import type { Actor } from "~/features/identity/index.ts";
import { isRoundState } from "~/features/rounds/domain/index.ts";
import { lentRequests, lentRoundsOf } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { Away } from "../domain/away/absence.ts";
import type { AwayBefore } from "../domain/away/away-turn.ts";
import type { AwayResult } from "../domain/away/tell-away.ts";
import { type PulseState, stateShown } from "../domain/pulse.ts";
import { storedAway } from "./away-store.server.ts";

/** An away test, as whoever was away sees it. */
export type OwnAwayTest = Away & {
  id: string;
  state: PulseState;
  paused: boolean;
  askedOn: string;
  closesOn: string | null;
  calledOffReason: string | null;
  asked: number;
  /** What they said themselves before they asked. */
  own: number[];
  told: AwayResult | null;
};

/** Those of whoever asks, the newest first; nobody else's. */
export async function ownAwayTests(tx: Tx, actor: Actor): Promise<OwnAwayTest[]> {
  if (!actor.personId || actor.role === "leaver") return [];
  const rows = await tx
    .selectFrom("awayTest")
    .innerJoin(lentRoundsOf(actor, "away"), (join) =>
      join.onRef("round.id", "=", "awayTest.roundId"),
    )
    .where("awayTest.organisationId", "=", actor.organisationId)
    .where("awayTest.personId", "=", actor.personId)
    .select(["round.id", "round.state", "round.paused", "round.opensOn", "round.closesOn"])
    .select(["round.calledOffReason", "awayTest.firstDay", "awayTest.lastDay", "awayTest.asked"])
    .select(["awayTest.own", "awayTest.told"])
    .orderBy("round.id", "desc")
    .execute();
  return rows.map(({ state, told, opensOn, ...row }) => {
    if (!isRoundState(state) || opensOn === null) throw new Error("an away test nobody asked for");
    return { ...row, askedOn: opensOn, state: stateShown(state), told: storedAway(told) };
  });
}

/** One of them; null for anybody else's. */
export async function ownAwayTest(tx: Tx, actor: Actor, id: string): Promise<OwnAwayTest | null> {
  if (!isId(id)) return null;
  return (await ownAwayTests(tx, actor)).find((each) => each.id === id) ?? null;
}

/** Those of whoever asks with whom they asked. Whom HR took back since was asked, too. */
export async function awayTestsBefore(tx: Tx, actor: Actor): Promise<AwayBefore[]> {
  const tests = await ownAwayTests(tx, actor);
  if (tests.length === 0) return [];
  const rows = await tx
    .selectFrom(lentRequests(actor))
    .where(
      "request.roundId",
      "in",
      tests.map(({ id }) => id),
    )
    .select(["request.roundId", "request.personId"])
    .execute();
  const people = Map.groupBy(rows, ({ roundId }) => roundId);
  return tests.map(({ firstDay, lastDay, state, askedOn, asked, id }) => ({
    ...{ firstDay, lastDay, state, askedOn, asked },
    people: (people.get(id) ?? []).map(({ personId }) => personId),
  }));
}

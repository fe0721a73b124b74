import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import type { RoundState } from "../domain/round.ts";
import { type RoundKey, roundState, storedPolicy } from "../store/round-store.server.ts";

/** What those who are asked in a round are told before they answer. */
export type RoundPromise = {
  kind: string;
  policy: DisclosurePolicy;
  /** Who lets reports out; null where none are made. */
  releaseMode: string | null;
  hrKeepsReports: boolean;
};

export type RoundForHr = RoundKey & {
  name: string;
  state: RoundState;
  instrumentId: string;
  closesOn: string | null;
};

/** What every page about running a round says of it. HR only; null when there is none by that id. */
export async function roundForHr(tx: Tx, actor: Actor, id: string): Promise<RoundForHr | null> {
  if (!mayRunRound(actor, id) || !isId(id)) return null;
  const row = await tx
    .selectFrom("round")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", id)
    .where("instrumentId", "is not", null)
    .select(["organisationId", "id", "name", "state", "instrumentId", "closesOn"])
    .$narrowType<{ instrumentId: string }>()
    .executeTakeFirst();
  return row ? { ...row, state: roundState(row.state) } : null;
}

/** A round's kind and what it promises. HR only; null when there is none by that id. */
export async function roundPromise(tx: Tx, actor: Actor, id: string): Promise<RoundPromise | null> {
  if (!mayRunRound(actor, id) || !isId(id)) return null;
  const row = await tx
    .selectFrom("round")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", id)
    .where("disclosurePolicy", "is not", null)
    .select(["kind", "disclosurePolicy", "releaseMode", "hrKeepsReports"])
    .executeTakeFirst();
  if (!row) return null;
  const { disclosurePolicy, ...rest } = row;
  return { ...rest, policy: storedPolicy(disclosurePolicy) };
}

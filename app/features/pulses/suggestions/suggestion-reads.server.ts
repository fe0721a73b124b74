import type { CommentDecision } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRoundState, type RoundState } from "~/features/rounds/domain/index.ts";
import { lentRoundsOf } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";

/** A round of suggestions, as its person sees it. */
export type OwnSuggestions = {
  id: string;
  reportId: string;
  ofRoundId: string;
  items: string[];
  state: RoundState;
  opensOn: string | null;
  closesOn: string | null;
  calledOffReason: string | null;
  unsigned: CommentDecision | null;
};

/** Those that whoever asks asked for, the newest first; nobody else's. */
export async function ownSuggestions(tx: Tx, actor: Actor): Promise<OwnSuggestions[]> {
  if (!actor.personId || actor.role === "leaver") return [];
  const rows = await tx
    .selectFrom("suggestionRound")
    .innerJoin(lentRoundsOf(actor, "suggestion"), (join) =>
      join.onRef("round.id", "=", "suggestionRound.roundId"),
    )
    .where("suggestionRound.organisationId", "=", actor.organisationId)
    .where("suggestionRound.personId", "=", actor.personId)
    .select(["round.id", "suggestionRound.reportId", "suggestionRound.items", "round.state"])
    .select(["round.opensOn", "round.closesOn", "round.calledOffReason"])
    .select(["suggestionRound.unsigned", "suggestionRound.ofRoundId"])
    .orderBy("round.id", "desc")
    .execute();
  return rows.map(({ state, unsigned, ...row }) => {
    if (!isRoundState(state)) throw new Error(`unknown state of a round ${state}`);
    // Only the store writes it, so the shape is its own.
    return { ...row, state, unsigned: unsigned as CommentDecision | null };
  });
}

/** One of them; null for anybody else's. */
export async function ownSuggestionsById(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<OwnSuggestions | null> {
  if (!isId(id)) return null;
  return (await ownSuggestions(tx, actor)).find((each) => each.id === id) ?? null;
}

/** What was signed in a round of whoever asks, by name. */
export function signedIn(tx: Tx, actor: Actor, { id }: OwnSuggestions) {
  return tx
    .selectFrom("signedSuggestion")
    .innerJoin(lentPeople(actor), (join) =>
      join.onRef("person.id", "=", "signedSuggestion.signedBy"),
    )
    .where("signedSuggestion.organisationId", "=", actor.organisationId)
    .where("signedSuggestion.roundId", "=", id)
    .select([
      "signedSuggestion.id",
      "signedSuggestion.item",
      "signedSuggestion.word",
      "person.name",
    ])
    .orderBy("person.name")
    .orderBy("signedSuggestion.id")
    .execute();
}

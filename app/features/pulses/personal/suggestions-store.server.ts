import type { CommentDecision } from "@twohats/disclosure";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { lentRoundsOf, lentSubjects } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { wordsAsked } from "../asking/asked-words-reads.server.ts";
import { unsignedTo } from "../domain/suggestions.ts";

/** One suggestion as its reader has it. */
type Exported = { askedOn: string | null; question: string; word: string; name: string | null };

/** What was suggested to somebody, with a name or without, as they read it. */
export async function exportedSuggestions(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<Exported[]> {
  const rounds = await tx
    .selectFrom("suggestionRound")
    .innerJoin(lentRoundsOf(scope, "suggestion"), (join) =>
      join.onRef("round.id", "=", "suggestionRound.roundId"),
    )
    .where("suggestionRound.organisationId", "=", scope.organisationId)
    .where("suggestionRound.personId", "=", personId)
    .select(["round.id", "round.opensOn", "suggestionRound.items", "suggestionRound.unsigned"])
    .select("suggestionRound.ofRoundId")
    .orderBy("round.id")
    .execute();
  if (rounds.length === 0) return [];
  const signed = await tx
    .selectFrom("signedSuggestion")
    .innerJoin(lentPeople(scope), (join) =>
      join.onRef("person.id", "=", "signedSuggestion.signedBy"),
    )
    .where("signedSuggestion.organisationId", "=", scope.organisationId)
    .where(
      "signedSuggestion.roundId",
      "in",
      rounds.map(({ id }) => id),
    )
    .select(["signedSuggestion.roundId", "signedSuggestion.item", "signedSuggestion.word"])
    .select("person.name")
    .orderBy("person.name")
    .orderBy("signedSuggestion.id")
    .execute();
  const of = rounds.map(({ ofRoundId }) => ofRoundId);
  const called = await wordsAsked(tx, scope, of);
  return rounds.flatMap(({ id, opensOn: askedOn, ofRoundId, items, unsigned }) =>
    items.flatMap((item) => {
      const about = { askedOn, question: called(ofRoundId, item) };
      // Only the store writes it, so the shape is its own.
      const pool = unsigned as CommentDecision | null;
      return [
        ...signed
          .filter((each) => each.roundId === id && each.item === item)
          .map(({ name, word }) => ({ ...about, word, name })),
        ...((pool && unsignedTo(pool, item)) ?? []).map((word) => ({ ...about, word, name: null })),
      ];
    }),
  );
}

/** What somebody suggested under their name. */
export async function exportedSigned(tx: Tx, scope: OrganisationScope, personId: string) {
  const rows = await tx
    .selectFrom("signedSuggestion")
    .innerJoin("suggestionRound", (join) =>
      join
        .onRef("suggestionRound.organisationId", "=", "signedSuggestion.organisationId")
        .onRef("suggestionRound.roundId", "=", "signedSuggestion.roundId"),
    )
    .innerJoin(lentSubjects(scope), (join) =>
      join.onRef("subject.roundId", "=", "signedSuggestion.roundId"),
    )
    .where("signedSuggestion.organisationId", "=", scope.organisationId)
    .where("suggestionRound.organisationId", "=", scope.organisationId)
    .where("signedSuggestion.signedBy", "=", personId)
    .select(["subject.name as to", "signedSuggestion.item", "signedSuggestion.word"])
    .select("suggestionRound.ofRoundId")
    .orderBy("signedSuggestion.id")
    .execute();
  const of = rows.map(({ ofRoundId }) => ofRoundId);
  const called = await wordsAsked(tx, scope, of);
  return rows.map(({ to, ofRoundId, item, word }) => ({
    ...{ to, question: called(ofRoundId, item), word },
  }));
}

/**
 * Whether somebody asked for suggestions. Whether they signed one is nobody's to learn who merges records: that moves
 * along unsaid.
 */
export async function hasSuggestions(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<boolean> {
  const asked = await tx
    .selectFrom("suggestionRound")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("roundId")
    .limit(1)
    .executeTakeFirst();
  return asked !== undefined;
}

/** What was signed under one record of a person stands under the other. */
export async function giveSigned(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  const signed = await tx
    .deleteFrom("signedSuggestion")
    .where("organisationId", "=", organisationId)
    .where("signedBy", "=", goes)
    .returningAll()
    .execute();
  const given = signed.map((each) => ({ ...each, signedBy: stays }));
  if (given.length > 0) await tx.insertInto("signedSuggestion").values(given).execute();
}

/** Forgets what was suggested to somebody, and what they suggested under their name. */
export async function forgetSuggestions(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("suggestionRound")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
  await tx
    .deleteFrom("signedSuggestion")
    .where("organisationId", "=", organisationId)
    .where("signedBy", "=", personId)
    .execute();
}

import { assertDisclosed, type CommentDecision, type Disclosed } from "@twohats/disclosure";
import type { Insertable, Selectable } from "kysely";
import { lockRound, type Round, type RoundKey } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newTracelessId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { SuggestionRound as SuggestionTable } from "~/platform/db/schema.gen.ts";
import type { Signed } from "../domain/suggestions.ts";

type Own = Omit<Selectable<SuggestionTable>, "organisationId" | "roundId" | "unsigned">;
/** A round that asks for suggestions, with what only it has. */
export type SuggestionRound = Round & Own;

const own = ["personId", "reportId", "ofRoundId", "ofSubjectId", "items"] as const;

/** Begins to ask for suggestions, once of a report. */
export async function insertSuggestionRound(
  tx: Tx,
  round: Omit<Insertable<SuggestionTable>, "unsigned">,
): Promise<void> {
  await tx.insertInto("suggestionRound").values(round).execute();
}

/** Locked until the transaction ends; null for a round of another kind. */
export async function lockSuggestionRound(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<SuggestionRound | null> {
  const round = await lockRound(tx, scope, id);
  const row =
    round &&
    (await tx
      .selectFrom("suggestionRound")
      .where("organisationId", "=", round.organisationId)
      .where("roundId", "=", round.id)
      .select(own)
      .executeTakeFirst());
  return round && row ? { ...round, ...row } : null;
}

/** Keeps what may be read: of who did not sign what disclosure let through, and nothing else. */
export async function keepSuggested(
  tx: Tx,
  { organisationId, id: roundId }: RoundKey,
  signed: readonly Signed[],
  unsigned: Disclosed<CommentDecision>,
): Promise<void> {
  assertDisclosed(unsigned);
  // Of what is not shown not even that it is hidden: too few and nobody are stored alike.
  const shown = { questions: unsigned.questions.filter(({ anonymous }) => anonymous.shown) };
  await tx
    .updateTable("suggestionRound")
    .set({ unsigned: JSON.stringify(shown) })
    .where("organisationId", "=", organisationId)
    .where("roundId", "=", roundId)
    .execute();
  // By ids that say nothing of when anybody answered.
  const rows = signed
    .map((each) => ({ organisationId, id: newTracelessId(), roundId, ...each }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  if (rows.length > 0) await tx.insertInto("signedSuggestion").values(rows).execute();
}

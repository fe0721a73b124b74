import type { Tx } from "~/platform/db/database.server.ts";
import { isLetterKind, type LetterKind } from "../domain/letter-text.ts";

type RoundKey = { organisationId: string; id: string };

/** What HR made of a letter; the others say what they say by default. */
export type StoredLetter = { kind: LetterKind; language: string; subject: string; body: string };

export async function storedLetters(tx: Tx, round: RoundKey): Promise<StoredLetter[]> {
  const rows = await tx
    .selectFrom("roundLetter")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .select(["kind", "language", "subject", "body"])
    .execute();
  return rows.map(({ kind, ...rest }) => {
    if (!isLetterKind(kind)) throw new Error(`unknown letter ${kind}`);
    return { kind, ...rest };
  });
}

export async function saveLetter(tx: Tx, round: RoundKey, letter: StoredLetter): Promise<void> {
  const { subject, body } = letter;
  await tx
    .insertInto("roundLetter")
    .values({ organisationId: round.organisationId, roundId: round.id, ...letter })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "roundId", "kind", "language"])
        .doUpdateSet({ subject, body }),
    )
    .execute();
}

export async function deleteLetter(
  tx: Tx,
  round: RoundKey,
  { kind, language }: Pick<StoredLetter, "kind" | "language">,
): Promise<void> {
  await tx
    .deleteFrom("roundLetter")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("kind", "=", kind)
    .where("language", "=", language)
    .execute();
}

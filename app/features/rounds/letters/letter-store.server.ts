import type { Tx } from "~/platform/db/database.server.ts";
import { isLetterKind, type LetterKind } from "../domain/letter-text.ts";

type CycleKey = { organisationId: string; id: string };

/** What HR made of a letter; the others say what they say by default. */
export type StoredLetter = { kind: LetterKind; language: string; subject: string; body: string };

export async function storedLetters(tx: Tx, cycle: CycleKey): Promise<StoredLetter[]> {
  const rows = await tx
    .selectFrom("cycleLetter")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select(["kind", "language", "subject", "body"])
    .execute();
  return rows.map(({ kind, ...rest }) => {
    if (!isLetterKind(kind)) throw new Error(`unknown letter ${kind}`);
    return { kind, ...rest };
  });
}

export async function saveLetter(tx: Tx, cycle: CycleKey, letter: StoredLetter): Promise<void> {
  const { subject, body } = letter;
  await tx
    .insertInto("cycleLetter")
    .values({ organisationId: cycle.organisationId, cycleId: cycle.id, ...letter })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "cycleId", "kind", "language"])
        .doUpdateSet({ subject, body }),
    )
    .execute();
}

export async function deleteLetter(
  tx: Tx,
  cycle: CycleKey,
  { kind, language }: Pick<StoredLetter, "kind" | "language">,
): Promise<void> {
  await tx
    .deleteFrom("cycleLetter")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("kind", "=", kind)
    .where("language", "=", language)
    .execute();
}

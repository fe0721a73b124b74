import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Audience, isAudience, MODES, type Mode } from "../domain/information.ts";

const byLanguage = z.record(z.string(), z.string());
const linesByLanguage = z.record(z.string(), z.array(z.string()));

/** A text as its writers have it: by language, with placeholders. */
export type Written = {
  mode: Mode;
  again: boolean;
  responsible: string;
  contact: string;
  words: Readonly<Record<string, string>>;
};

export type Draft = Written & { revision: number };

/** What was published: as written, as people read it, and the figures in it line by line. */
export type Published = Written & {
  audience: Audience;
  number: number;
  shown: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, readonly string[]>>;
  publishedOn: string;
};

/** The draft for an audience, locked where it is to be changed; null where nobody began one. */
export async function storedDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  audience: Audience,
  lock = false,
): Promise<Draft | null> {
  const row = await tx
    .selectFrom("informationDraft")
    .where("organisationId", "=", organisationId)
    .where("audience", "=", audience)
    .select(["mode", "again", "responsible", "contact", "words", "revision"])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row ? { ...row, ...typed(row) } : null;
}

/** Begins a draft; false where somebody else just did. */
export async function insertDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  audience: Audience,
  { words, ...written }: Written,
): Promise<boolean> {
  const made = await tx
    .insertInto("informationDraft")
    .values({
      ...{ organisationId, audience, ...written },
      ...{ words: JSON.stringify(words), revision: 1 },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("revision")
    .executeTakeFirst();
  return made !== undefined;
}

export async function updateDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  audience: Audience,
  { words, ...draft }: Draft,
): Promise<void> {
  await tx
    .updateTable("informationDraft")
    .where("organisationId", "=", organisationId)
    .where("audience", "=", audience)
    .set({ ...draft, words: JSON.stringify(words) })
    .execute();
}

export async function deleteDraft(
  tx: Tx,
  { organisationId }: OrganisationScope,
  audience: Audience,
): Promise<void> {
  await tx
    .deleteFrom("informationDraft")
    .where("organisationId", "=", organisationId)
    .where("audience", "=", audience)
    .execute();
}

/** For whom there is a draft. */
export async function draftedAudiences(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<Audience[]> {
  const rows = await tx
    .selectFrom("informationDraft")
    .where("organisationId", "=", organisationId)
    .select("audience")
    .execute();
  return rows.flatMap(({ audience }) => (isAudience(audience) ? [audience] : []));
}

/** Every published version for these audiences without its text, the newest first. */
export async function versionsOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  audiences: readonly Audience[],
) {
  const rows = await tx
    .selectFrom("informationVersion")
    .where("organisationId", "=", organisationId)
    .where("audience", "in", audiences)
    .select(["audience", "number", "mode", "again", "publishedOn"])
    .orderBy("number", "desc")
    .execute();
  return rows.flatMap(({ audience, ...row }) =>
    isAudience(audience) ? [{ ...row, audience, mode: modeOf(row.mode) }] : [],
  );
}

/** One published version, whole; null where there is none of that number. */
export async function publishedVersion(
  tx: Tx,
  { organisationId }: OrganisationScope,
  audience: Audience,
  number: number,
): Promise<Published | null> {
  const row = await tx
    .selectFrom("informationVersion")
    .where("organisationId", "=", organisationId)
    .where("audience", "=", audience)
    .where("number", "=", number)
    .select(["number", "mode", "again", "responsible", "contact", "words", "publishedOn"])
    .select(["shown", "facts"])
    .executeTakeFirst();
  if (!row) return null;
  const [shown, facts] = [byLanguage.parse(row.shown), linesByLanguage.parse(row.facts)];
  return { ...row, ...typed(row), audience, shown, facts };
}

export async function insertVersion(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { words, shown, facts, ...version }: Published,
): Promise<void> {
  await tx
    .insertInto("informationVersion")
    .values({
      ...{ organisationId, ...version, words: JSON.stringify(words) },
      ...{ shown: JSON.stringify(shown), facts: JSON.stringify(facts) },
    })
    .execute();
}

function typed({ mode, words }: { mode: string; words: unknown }) {
  return { mode: modeOf(mode), words: byLanguage.parse(words) };
}

function modeOf(word: string): Mode {
  const mode = MODES.find((each) => each === word);
  if (mode === undefined) throw new Error("a text of information with an unknown mode");
  return mode;
}

import { wordsOfName } from "~/features/people/domain/index.ts";
import { directoryWords } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  type LikelyWriting,
  languageWarnings,
  scriptWarnings,
} from "../domain/comment-language.ts";
import { type CommentWarning, commentWarnings } from "../domain/comment-warnings.ts";
import { writtenLanguage } from "./written-language.server.ts";

export type CommentHints = Partial<Record<string, CommentWarning[]>>;

/**
 * What in each comment could name someone or give its writer away, by question. Comments without anything are left out.
 * @param about `writing` is what others are likely to write in; null where nothing is said of that.
 */
export async function commentHints(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  comments: Partial<Record<string, string>>,
  about: { participantName: string; language: string; writing: LikelyWriting | null },
): Promise<CommentHints> {
  const written = Object.entries(comments).flatMap(([key, text]) =>
    text?.trim() ? [[key, text] as const] : [],
  );
  if (written.length === 0) return {};
  const directory = await directoryWords(tx, scope, clock.now().getTime());
  const own = new Set(wordsOfName(about.participantName));
  const names = { has: (word: string) => directory.has(word) && !own.has(word) };
  const hints: CommentHints = {};
  for (const [key, text] of written) {
    const warnings = [
      ...(about.writing ? await writtenOtherwise(text, about.writing, about.language) : []),
      ...commentWarnings(text, names, about.language),
    ];
    if (warnings.length > 0) hints[key] = warnings;
  }
  return hints;
}

/** Whether few others write like this; a language is named in the reader's own. */
async function writtenOtherwise(
  text: string,
  writing: LikelyWriting,
  reading: string,
): Promise<CommentWarning[]> {
  const script = scriptWarnings(text, writing);
  if (script.length > 0) return script;
  const names = new Intl.DisplayNames([reading], { type: "language" });
  return languageWarnings(await writtenLanguage(text), writing).map(({ kind, found }) => ({
    kind,
    found: names.of(found) ?? found,
  }));
}

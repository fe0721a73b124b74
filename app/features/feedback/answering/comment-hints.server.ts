import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { directoryWords } from "../cycle/name-reads.server.ts";
import { type CommentWarning, commentWarnings, wordsOfName } from "../domain/comment-warnings.ts";

export type CommentHints = Partial<Record<string, CommentWarning[]>>;

/** What in each comment could name someone, by question. Comments without anything are left out. */
export async function commentHints(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  comments: Partial<Record<string, string>>,
  about: { participantName: string; language: string },
): Promise<CommentHints> {
  const written = Object.entries(comments).flatMap(([key, text]) =>
    text?.trim() ? [[key, text] as const] : [],
  );
  if (written.length === 0) return {};
  const directory = await directoryWords(tx, scope, clock.now().getTime());
  const own = new Set(wordsOfName(about.participantName));
  const names = { has: (word: string) => directory.has(word) && !own.has(word) };
  return Object.fromEntries(
    written
      .map(([key, text]) => [key, commentWarnings(text, names, about.language)] as const)
      .filter(([, warnings]) => warnings.length > 0),
  );
}

import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsOf } from "../letter-words.server.ts";
import { mayChooseLetters } from "../policy.ts";
import { declinedKinds } from "./declined-store.server.ts";

export type OwnLetters = {
  choices: { name: string; about: string; hint: string }[];
  /** The kinds that they want. */
  wanted: string[];
};

/** Which letters whoever asks may do without, in the reader's language; null for whoever is nobody in the directory. */
export async function readOwnLetters(
  platform: Pick<Platform, "database">,
  actor: Actor,
  kinds: readonly KindOfLetter[],
): Promise<OwnLetters | null> {
  const { personId, organisationId } = actor;
  if (personId === null || !mayChooseLetters(actor)) return null;
  const declined = await inOrganisation(platform, actor, (tx) =>
    declinedKinds(tx, { organisationId, personId }),
  );
  const language = readerLanguage();
  const optional = kinds.filter(({ mayBeDeclined }) => mayBeDeclined);
  return {
    choices: optional.map((kind) => ({
      name: kind.name,
      about: wordsOf(kind, language, "about"),
      hint: wordsOf(kind, language, "aboutHint"),
    })),
    wanted: optional.map(({ name }) => name).filter((name) => !declined.includes(name)),
  };
}

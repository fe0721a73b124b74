import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { builtInContent } from "../instruments/built-in.server.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { inLanguage } from "../instruments/languages.ts";
import { type Draft, draftSchema } from "./draft.ts";
import { keptVersion } from "./draft-reads.server.ts";
import { translatedWords } from "./words.ts";

/**
 * What a new questionnaire begins with: the scales of the built-in one in the reader's language and an empty page (""),
 * or the newest version of another one, by its key; null when that is none.
 */
export async function startingPoint(
  tx: Tx,
  actor: Actor,
  from: string,
  { name, firstPage }: { name: string; firstPage: string },
): Promise<Draft | null> {
  if (from === "") return emptyDraft(name, firstPage);
  const version = await keptVersion(tx, actor, from);
  return version && { ...draftOf(version.instrument), name };
}

function emptyDraft(name: string, firstPage: string): Draft {
  const [usual] = builtInContent().instruments;
  if (!usual) throw new Error("there is no built-in questionnaire");
  const { scales, cantSay, language, framework } = inLanguage(usual, readerLanguage());
  return draftSchema.parse({
    ...{ name, language, framework, scales, cantSay },
    ...{ description: "", about: "person", minutes: 5, items: [], translations: {} },
    sections: [{ key: "page", title: firstPage, intro: null }],
  });
}

/** A version as a draft, with its translations. */
export function draftOf(instrument: Instrument): Draft {
  const { translations, ...original } = instrument;
  return draftSchema.parse({
    ...original,
    translations: Object.fromEntries(
      Object.keys(translations ?? {}).map((language) => [
        language,
        translatedWords(instrument, inLanguage(instrument, language)),
      ]),
    ),
  });
}

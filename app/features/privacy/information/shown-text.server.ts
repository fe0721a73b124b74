import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Audience, Mode } from "../domain/information.ts";
import { publishedVersion } from "../store/information-store.server.ts";
import { linesOf, type Settings, settingsInWords } from "./settings-in-words.server.ts";

/** A published text as somebody reads it. */
export type ShownText = {
  audience: Audience;
  number: number;
  mode: Mode;
  publishedOn: string;
  contact: string;
  /** In the reader's language where it was written in that, otherwise in the one it has. */
  text: string;
  language: string;
  /** What is set otherwise by now, as it is today. */
  today: string[];
};

/** A version for whoever reads it now. @throws where there is none of that number. */
export async function shownText(
  tx: Tx,
  scope: OrganisationScope,
  { audience, number }: { audience: Audience; number: number },
  settings: Settings,
): Promise<ShownText> {
  const version = await publishedVersion(tx, scope, audience, number);
  if (version === null) throw new Error("a version of information that was listed is not there");
  const { mode, publishedOn, contact, shown, facts } = version;
  const language = languageIn(shown);
  const said = new Set(facts[readerLanguage()] ?? []);
  return {
    ...{ audience, number, mode, publishedOn, contact, language },
    text: shown[language] ?? "",
    today: settingsForReader(settings).filter((line) => !said.has(line)),
  };
}

/** How things are set today, line by line, for whoever reads. */
export function settingsForReader(settings: Settings): string[] {
  return linesOf(settingsInWords(settings, readerLanguage()), readerLanguage());
}

/** Which of a text's languages somebody gets. */
export function languageIn(words: Readonly<Record<string, string>>): string {
  const wished = [readerLanguage(), ...languages];
  return wished.find((language) => words[language] !== undefined) ?? readerLanguage();
}

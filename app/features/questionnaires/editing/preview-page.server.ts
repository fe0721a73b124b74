import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { type Language, languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import { type PreviewData, previewData } from "../answering/preview-data.ts";
import { isRelationship, type Relationship } from "../domain/relationship.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { inLanguage, languagesOf } from "../instruments/languages.ts";
import { askedVersion } from "./asked.ts";
import { versionOf } from "./check-draft.ts";
import { keptDraft, keptVersion } from "./draft-reads.server.ts";
import { draftHref, questionnaireHref } from "./hrefs.ts";
import { missingWords } from "./words.ts";

export type PreviewPage = {
  key: string;
  name: string;
  organisation: string;
  /** What is looked at, as the address says it: the draft, a version, or null for the newest. */
  version: string | null;
  back: string;
  as: Relationship;
  in: string;
  offered: string[];
  /** What the pages' own words are in, for a reader of that language. */
  language: Language;
  about: "person" | "nobody";
  part: string | null;
  /** How many words of the draft stand there in its own language. */
  missing: number;
  data: PreviewData;
};

/** A questionnaire, or the draft of one, as those who are asked read it; null when there is none to see. */
export async function previewPage(
  tx: Tx,
  actor: Actor,
  key: string,
  query: URLSearchParams,
): Promise<PreviewPage | null> {
  const ofDraft = query.get("version") === "draft";
  const kept = ofDraft ? await keptDraft(tx, actor, key) : null;
  const published = ofDraft ? null : await keptVersion(tx, actor, key, askedVersion(query));
  const instrument = kept ? versionOf(kept.draft, key, 1) : published?.instrument;
  if (!instrument || instrument.sections.length === 0) return null;
  const offered = languagesOf(instrument);
  const read = offered.find((each) => each === query.get("in")) ?? instrument.language;
  const asked = query.get("as");
  const usual = instrument.about === "nobody" ? "self" : "peer";
  const as = isRelationship(asked) && instrument.about === "person" ? asked : usual;
  const language = languageAmong(languages, [read]);
  const name = textsIn(language).t("questionnaires:preview.name");
  const worded: Instrument = inLanguage(instrument, read);
  const data = previewData(worded, { relationship: as, name });
  const version = query.get("version");
  return {
    ...{ key, name: worded.name, as, offered, language, version, data },
    organisation: await organisationName(tx, actor),
    back: kept ? draftHref(key) : questionnaireHref(key, published?.instrument.version),
    in: read,
    about: instrument.about,
    part:
      data.parts.find((part) => part.key === query.get("page"))?.key ?? data.parts[0]?.key ?? null,
    missing: kept && read !== instrument.language ? missingWords(kept.draft, read).length : 0,
  };
}

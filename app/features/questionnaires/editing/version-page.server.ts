import { frameworkInLanguage } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { type FeedbackLack, feedbackLacks } from "../instruments/feedback-lacks.ts";
import { inLanguage, languagesOf } from "../instruments/languages.ts";
import { contentsOf, type ShownPage } from "./contents.ts";
import { idOfOwn } from "./draft.ts";
import { keptDraft, keptVersion, keptVersions } from "./draft-reads.server.ts";

export type VersionPage = {
  key: string;
  /** Of one's own, so that a next version can be made. */
  own: boolean;
  inWork: boolean;
  name: string;
  description: string;
  version: number;
  versions: { version: number; on: string }[];
  languages: string[];
  minutes: number;
  count: number;
  pages: ShownPage[];
  lacks: FeedbackLack[];
};

/** A published version to look over, in the reader's words where it has them; null when there is none to see. */
export async function versionPage(
  tx: Tx,
  actor: Actor,
  key: string,
  version?: number,
): Promise<VersionPage | null> {
  const found = await keptVersion(tx, actor, key, version);
  if (!found) return null;
  const language = readerLanguage();
  const instrument = inLanguage(found.instrument, language);
  const framework = frameworkInLanguage(found.framework, language);
  const versions = await keptVersions(tx, actor, key);
  return {
    key,
    own: idOfOwn(key) !== null,
    inWork: (await keptDraft(tx, actor, key)) !== null,
    name: instrument.name,
    description: instrument.description,
    version: instrument.version,
    versions: versions.map((each) => ({
      version: each.version,
      on: each.createdAt.toISOString().slice(0, 10),
    })),
    languages: languagesOf(found.instrument),
    minutes: instrument.minutes,
    count: instrument.items.length,
    pages: contentsOf(instrument, framework),
    lacks: feedbackLacks(instrument, framework),
  };
}

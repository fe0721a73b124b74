import { frameworkInLanguage, frameworkOf } from "~/features/frameworks/index.server.ts";
import type { Framework } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { type FeedbackLack, feedbackLacks } from "../instruments/feedback-lacks.ts";
import type { AnswerScale } from "../item/scale.ts";
import { checkDraft, type DraftProblem } from "./check-draft.ts";
import { contentsOf, type ShownPage } from "./contents.ts";
import { type Draft, originalOf, scalesInOrder } from "./draft.ts";
import { type KeptDraft, keptDraft } from "./draft-reads.server.ts";
import { missingWords, wordsOf } from "./words.ts";

export type DraftPage = Pick<KeptDraft, "id" | "revision" | "basedOn"> &
  Pick<Draft, "name" | "description" | "minutes" | "about" | "language"> & {
    key: string;
    pages: ShownPage[];
    count: number;
    scales: { key: string; kind: AnswerScale["kind"]; stem: string; used: number }[];
    languages: { language: string; missing: number; words: number }[];
    problems: DraftProblem[];
    lacks: FeedbackLack[];
    /** A file whose items nobody has taken over yet. */
    brought: { file: string; items: number } | null;
  };

export type DraftWithFramework = KeptDraft & { framework: Framework };

/** A draft with the framework it asks about, in the reader's words; null as `keptDraft`. */
export async function draftWithFramework(
  tx: Tx,
  actor: Actor,
  key: string,
): Promise<DraftWithFramework | null> {
  const kept = await keptDraft(tx, actor, key);
  if (!kept) return null;
  const framework = await frameworkOf(tx, actor, kept.draft.framework);
  return { ...kept, framework: frameworkInLanguage(framework, readerLanguage()) };
}

/** All that the page of a draft shows; null when there is none to see. */
export async function draftPage(tx: Tx, actor: Actor, key: string): Promise<DraftPage | null> {
  const kept = await draftWithFramework(tx, actor, key);
  if (!kept) return null;
  const { id, revision, basedOn, draft, framework, brought } = kept;
  const { name, description, minutes, about, language } = draft;
  const original = originalOf(draft, key, 1);
  const words = wordsOf(draft).length;
  return {
    ...{ key, id, revision, basedOn, name, description, minutes, about, language },
    pages: contentsOf(original, framework),
    count: draft.items.length,
    scales: scalesInOrder(draft).map(([scale, { kind, stem }]) => ({
      ...{ key: scale, kind, stem: stem.self },
      used: draft.items.filter((item) => "scale" in item && item.scale === scale).length,
    })),
    languages: Object.keys(draft.translations)
      .sort()
      .map((each) => ({ language: each, missing: missingWords(draft, each).length, words })),
    problems: checkDraft(draft, framework),
    lacks: draft.items.length === 0 ? [] : feedbackLacks(original, framework),
    brought: brought && { file: brought.file, items: brought.brought.items.length },
  };
}

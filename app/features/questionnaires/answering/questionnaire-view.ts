import { withName, wordingFor } from "~/features/frameworks/domain/index.ts";
import type { Answers } from "../domain/answers.ts";
import { COMMENTS_PART, type Part, type PartState } from "../domain/parts.ts";
import type { Relationship } from "../domain/relationship.ts";
import { type Instrument, itemsOfSection } from "../instruments/instrument.ts";
import type { CommentHints } from "./comment-hints.server.ts";

export type ItemView = { index: number; text: string; scale: "amount" | "truth" };
export type SectionView = {
  key: string;
  title: string;
  intro: string;
  stem: string;
  scaleLabels: ScaleLabel[];
  items: ItemView[];
};
export type ScaleLabel = { value: number; label: string };
export type QuestionView = { key: string; text: string; hint: string };

/** The screens of a questionnaire, in order, without the last look. */
export function partsOf(instrument: Instrument, commentsTitle: string): Part[] {
  const sections = instrument.sections.map(({ key, title }) => ({
    key,
    title,
    items: itemsOfSection(instrument, key).map(({ index }) => index),
  }));
  if (instrument.openQuestions.length === 0) return sections;
  return [...sections, { key: COMMENTS_PART, title: commentsTitle, items: [] }];
}

/** All sections in the words this rater reads. */
export function sectionViews(
  instrument: Instrument,
  relationship: string,
  name: string,
): SectionView[] {
  return instrument.sections.flatMap(
    ({ key }) => sectionView(instrument, key, relationship, name) ?? [],
  );
}

function sectionView(
  instrument: Instrument,
  key: string,
  relationship: string,
  name: string,
): SectionView | null {
  const section = instrument.sections.find((each) => each.key === key);
  const items = itemsOfSection(instrument, key);
  const first = items[0];
  if (!section || !first) return null;
  const scale = instrument.scales[first.item.scale];
  return {
    key,
    title: section.title,
    intro: section.intro,
    stem: withName(wordingFor(scale.stem, relationship), name),
    scaleLabels: scale.options.map(({ value, label }) => ({ value, label })),
    items: items.map(({ index, item }) => ({
      index,
      text: withName(wordingFor(item, relationship), name),
      scale: item.scale,
    })),
  };
}

export function questionViews(
  instrument: Instrument,
  relationship: string,
  name: string,
): QuestionView[] {
  return instrument.openQuestions.map((question) => ({
    key: question.key,
    text: withName(wordingFor(question, relationship), name),
    hint: question.hint,
  }));
}

/** What the questionnaire's page shows, whichever part of it is in front. */
export type PartData = {
  organisation: string;
  /** The folder of the page's addresses. */
  base: string;
  language: string;
  /** What the questions are in: their own language, where the page's has no translation. */
  worded: string;
  requestId: string;
  /** Others use this device: its script keeps nothing on it. */
  shared: boolean;
  part: string;
  name: string;
  relationship: Relationship;
  submitted: boolean;
  revision: number;
  seen: string;
  sections: SectionView[];
  questions: QuestionView[];
  parts: PartState[];
  before: string | null;
  cantSayLabel: string;
  answers: Answers;
  hints: CommentHints;
  /** Scripts that others are likely to write in, and prints of the nearest names, so that the page can tell at once without naming anyone. */
  scripts: string | null;
  team: string;
  progress: { done: number; total: number; whole: number; minutes: number };
};

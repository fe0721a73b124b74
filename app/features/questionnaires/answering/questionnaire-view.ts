import { withName, wordingFor } from "~/features/frameworks/domain/index.ts";
import type { Brand } from "~/shell/brand.ts";
import { type Answers, CANT_SAY, fieldFor } from "../domain/answers.ts";
import type { LookedOver } from "../domain/looked-over.ts";
import type { Part, PartState } from "../domain/parts.ts";
import type { Relationship } from "../domain/relationship.ts";
import { alternativesOf, askedItems } from "../instruments/asked-items.ts";
import type { Instrument } from "../instruments/instrument.ts";
import type { ItemView } from "../item/item-kind.ts";
import { type AskedItem, kindOf } from "../kinds/registry.ts";
import type { CommentHints } from "./comment-hints.server.ts";

export type SectionView = {
  key: string;
  /** null: what open questions are called on the page. */
  title: string | null;
  intro: string | null;
  items: ItemView[];
};

/**
 * The screens of a questionnaire, in order, without the last look. `untitled`: what a page of open questions is called.
 */
export function partsOf({ sections, items }: Instrument, untitled: string): Part[] {
  return sections.map(({ key, title }) => ({
    key,
    title: title ?? untitled,
    items: items.filter(({ section }) => section === key).map((item) => item.key),
  }));
}

/** All sections in the words this rater reads. */
export function sectionViews(
  instrument: Instrument,
  relationship: string,
  name: string,
): SectionView[] {
  const asked = askedItems(instrument);
  return instrument.sections.map(({ key, title, intro }) => ({
    key,
    title,
    intro,
    items: asked
      .filter(({ item }) => item.section === key)
      .map((each) => itemView(instrument, asked, each, relationship, name)),
  }));
}

function itemView(
  instrument: Instrument,
  all: readonly AskedItem[],
  asked: AskedItem,
  relationship: string,
  name: string,
): ItemView {
  const { item, scale, slot } = asked;
  const kind = kindOf(item);
  const place = { key: item.key, slot, stores: kind.stores(item) };
  const mayDecline = "cantSay" in item && item.cantSay;
  const parts = mayDecline && slot === null ? [...kind.parts(item), CANT_SAY] : kind.parts(item);
  return {
    kind: item.kind,
    key: item.key,
    text: withName(wordingFor(item, relationship), name),
    stem: scale && withName(wordingFor(scale.stem, relationship), name),
    owed: "required" in item && item.required,
    cantSay: mayDecline ? instrument.cantSay.label : null,
    when: alternativesOf(all, item),
    fields: Object.fromEntries(parts.map((part) => [part, fieldFor(place, part)])),
    ...kind.view(asked),
  };
}

/** What the questionnaire's page shows, whichever part of it is in front. */
export type PartData = {
  organisation: string;
  /** How it looks; the page's frame finds it here. */
  brand?: Brand;
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
  /** Null where it is about nobody but their own work. */
  relationship: Relationship | null;
  /** Whether it asks for suggestions, beside which whoever makes them may put their name. */
  suggests?: boolean;
  /** What it is about besides the person, where they are told to think of that alone. */
  occasion?: "away";
  submitted: boolean;
  revision: number;
  seen: string;
  sections: SectionView[];
  parts: PartState[];
  before: string | null;
  answers: Answers;
  /** What was answered so far, in words; only for the last look. */
  look: LookedOver[];
  hints: CommentHints;
  /**
   * Scripts that others are likely to write in, and prints of the nearest names, so that the page can tell at once
   * without naming anyone.
   */
  scripts: string | null;
  team: string;
  progress: { done: number; total: number; whole: number; minutes: number };
};

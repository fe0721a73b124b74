import type { Scale } from "@twohats/disclosure";
import { type AnswerRules, type AskedRule, fieldFor } from "../domain/answers.ts";
import type { Alternatives } from "../domain/condition.ts";
import { type AskedItem, type Item, kindOf } from "../kinds/registry.ts";
import type { Instrument } from "./instrument.ts";

/** Every item with its scale and its place in the ratings of a response. */
export function askedItems({ items, scales }: Instrument): AskedItem[] {
  let slots = 0;
  return items.map((item) => ({
    item,
    scale: ("scale" in item && scales[item.scale]) || null,
    slot: kindOf(item).stores(item) === "rating" ? slots++ : null,
  }));
}

/** How many ratings a response to it has. */
export function ratingsOf(instrument: Instrument): number {
  return askedItems(instrument).filter(({ slot }) => slot !== null).length;
}

/** How many questions it has, open ones not counted: what it tells of its length. */
export function questionsOf({ items }: Instrument): number {
  return items.filter((item) => "required" in item && item.required).length;
}

/** The items that scoring measures, in the order of the ratings, each with how far its scale reaches. */
export function measuredItems(
  instrument: Instrument,
): { item: Item; slot: number; scale: Scale }[] {
  return askedItems(instrument).flatMap((asked) => {
    const scale = kindOf(asked.item).measure(asked);
    return scale && asked.slot !== null ? [{ item: asked.item, slot: asked.slot, scale }] : [];
  });
}

/** The items that are answered in one's own words. */
export function openQuestions({ items }: Instrument): Item[] {
  return items.filter((item) => kindOf(item).stores(item) === "comment");
}

/** Whether a round of feedback can ask it: everything in it is measured, written, or only read. */
export function isMeasured(instrument: Instrument): boolean {
  return askedItems(instrument).every((asked) => {
    const kind = kindOf(asked.item);
    return kind.measure(asked) !== null || ["comment", "nothing"].includes(kind.stores(asked.item));
  });
}

/** A condition as fields of the form; null where there is none. */
export function alternativesOf(asked: readonly AskedItem[], item: Item): Alternatives | null {
  if (item.when === null) return null;
  const on = asked.find((each) => each.item.key === item.when?.item);
  if (!on) return [];
  const { key } = on.item;
  const stores = kindOf(on.item).stores(on.item);
  return item.when.is.flatMap((value) => {
    const said = kindOf(on.item).saying(on, value);
    return said
      ? [{ field: fieldFor({ key, slot: on.slot, stores }, said.part), value: said.text }]
      : [];
  });
}

/** Which answers an instrument takes. */
export function answerRules(instrument: Instrument): AnswerRules {
  const asked = askedItems(instrument);
  const rules = asked.map((each): AskedRule => {
    const { item, slot } = each;
    const kind = kindOf(item);
    return {
      key: item.key,
      slot,
      stores: kind.stores(item),
      owed: "required" in item && item.required,
      cantSay: "cantSay" in item && item.cantSay,
      when: alternativesOf(asked, item),
      parts: kind.parts(item),
      take: (part, text) => kind.take(each, part, text),
      conflict: (given) => kind.conflict(each, given),
      isAnswered: (given) => kind.isAnswered(each, given),
    };
  });
  return { ratings: asked.filter(({ slot }) => slot !== null).length, asked: rules };
}

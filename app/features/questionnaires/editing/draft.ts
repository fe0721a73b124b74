import { z } from "zod";
import { language, text } from "~/features/frameworks/domain/index.ts";
import { type Instrument, instrumentSchema } from "../instruments/instrument.ts";
import type { AnswerScale } from "../item/scale.ts";
import { itemSchema, kindNames } from "../kinds/registry.ts";

const { shape } = instrumentSchema;

/** As many as a version may have. */
export const MOST_ITEMS = 300;
export const MOST_PAGES = 60;

const LONGEST_WORDS = 400;

const section = shape.sections.element;
export type Page = z.infer<typeof section>;

/** Words in another language, and the original they translate: where that changed, they are looked at again. */
const translated = z.strictObject({
  text: z.string().min(1).max(LONGEST_WORDS),
  of: z.string().max(LONGEST_WORDS),
});

/**
 * A questionnaire that is worked on. What is in it is right in itself, as in a version; it may be empty, and how its
 * parts go together is checked when it is published.
 */
export const draftSchema = z.object({
  name: shape.name,
  description: text(400).or(z.literal("")),
  language: shape.language,
  framework: shape.framework,
  about: shape.about,
  minutes: shape.minutes,
  scales: shape.scales,
  cantSay: shape.cantSay,
  sections: z.array(section).max(MOST_PAGES),
  items: z.array(itemSchema).max(MOST_ITEMS),
  translations: z.record(language, z.record(z.string(), translated)),
});

export type Draft = z.infer<typeof draftSchema>;

const OWN = "own-";

/** The key under which versions of an own questionnaire are kept: no built-in one will ever have it. */
export function keyOfOwn(id: string): string {
  return `${OWN}${id}`;
}

/** The id of an own questionnaire by its key; null for the key of a built-in one, and for what is none. */
export function idOfOwn(key: string): string | null {
  const id = key.startsWith(OWN) ? key.slice(OWN.length) : "";
  return z.uuid().safeParse(id).success ? id : null;
}

/** The words of a draft without its translations, in the shape of a version. */
export function originalOf(
  { translations: _, ...draft }: Draft,
  key: string,
  version: number,
): Instrument {
  return { format: 2, key, version, ...draft };
}

/** Scales in the order of their kinds: the order in which they were written is not kept. */
export function scalesInOrder({ scales }: Pick<Draft, "scales">): [string, AnswerScale][] {
  return Object.entries(scales).sort(
    ([oneKey, one], [otherKey, other]) =>
      kindNames.indexOf(one.kind) - kindNames.indexOf(other.kind) || oneKey.localeCompare(otherKey),
  );
}

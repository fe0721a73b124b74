import { COMMENTS_PART } from "../domain/parts.ts";

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const each = (value: unknown, change: (entry: Json) => Json): unknown =>
  Array.isArray(value) ? value.map((entry) => (isObject(entry) ? change(entry) : entry)) : value;

/**
 * An instrument of the first format in today's: what was called a scale is the kind of its items, and open questions
 * are items at the end, so that ratings keep their places and comments their keys. Anything else is left as it is, for
 * the schema to judge.
 * @param json parsed JSON of either format, checked or not.
 */
export function upgradeInstrument(json: unknown): unknown {
  if (!isObject(json) || "format" in json) return json;
  const { openQuestions, ...rest } = json;
  const questions = Array.isArray(openQuestions) ? openQuestions : [];
  return {
    ...rest,
    format: 2,
    scales: isObject(json.scales) ? upgradedScales(json.scales) : json.scales,
    sections:
      questions.length > 0 && Array.isArray(json.sections)
        ? [...json.sections, { key: COMMENTS_PART, title: null, intro: null }]
        : json.sections,
    items: Array.isArray(json.items)
      ? [
          ...(each(json.items, (item) => ({ kind: item.scale, ...item })) as unknown[]),
          ...(each(questions, openQuestion) as unknown[]),
        ]
      : json.items,
    ...(isObject(json.translations) && { translations: upgradedTranslations(json.translations) }),
  };
}

function openQuestion(question: Json): Json {
  return { kind: "text", section: COMMENTS_PART, ...question };
}

function upgradedScales(scales: Json): Json {
  return Object.fromEntries(
    Object.entries(scales).map(([key, scale]) => [
      key,
      isObject(scale) && scale.kind === "rating" ? { ...scale, kind: "truth" } : scale,
    ]),
  );
}

function upgradedTranslations(translations: Json): Json {
  return Object.fromEntries(
    Object.entries(translations).map(([language, translation]) => {
      if (!isObject(translation)) return [language, translation];
      const { openQuestions, ...rest } = translation;
      if (!isObject(openQuestions) || !isObject(rest.items)) return [language, translation];
      return [language, { ...rest, items: { ...rest.items, ...openQuestions } }];
    }),
  );
}

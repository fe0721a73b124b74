import { type Alternatives, holds } from "./condition.ts";
import type { AnswerProblemCode, Given, Taken } from "./given.ts";

/** One person's answers to a questionnaire. */
export type Answers = {
  /**
   * Small whole numbers, in the order of the items that have one. null where nothing is chosen yet, and for "can't
   * say".
   */
  ratings: (number | null)[];
  /** Places in the ratings where the rater said that they can't say. */
  cantSay: number[];
  /** What was written, by item. */
  comments: Partial<Record<string, string>>;
  /** Dates, places, several choices: by item, or by item and part (`priorities:2`). */
  others: Partial<Record<string, string>>;
};

export const LONGEST_COMMENT = 10_000;

/** What a form sends for "can't say". */
export const CANT_SAY = "none";
/** What a ticked box sends. */
export const TICKED = "yes";

export function noAnswers(ratings: number): Answers {
  return {
    ratings: Array.from({ length: ratings }, () => null),
    cantSay: [],
    comments: {},
    others: {},
  };
}

/** An item, as far as keeping its answer needs it. */
export type AskedRule = {
  key: string;
  /** Its place in the ratings; null for one whose answer is no small whole number. */
  slot: number | null;
  stores: "rating" | "comment" | "answer" | "nothing";
  /** Whether it must be dealt with before the answers can be sent. */
  owed: boolean;
  cantSay: boolean;
  when: Alternatives | null;
  /** The parts it asks for, "" for the item itself. */
  parts: readonly string[];
  take(part: string, text: string): Taken;
  /** What is wrong with the parts together; null while they agree. */
  conflict(given: Given): AnswerProblemCode | null;
  isAnswered(given: Given): boolean;
};

/** What answers are checked against: an instrument, as far as answering needs it. */
export type AnswerRules = { ratings: number; asked: readonly AskedRule[] };

/** `typed`: what was sent and could not be kept, so that the page can show it again. */
export type AnswerProblem = { field: string; code: AnswerProblemCode; typed?: string };

/** The name of a field: where an answer goes, and which part of it. */
export function fieldFor(
  { key, slot, stores }: Pick<AskedRule, "key" | "slot" | "stores">,
  part = "",
): string {
  if (part === "" && stores === "rating") return `item-${slot}`;
  if (part === "" && stores === "comment") return `comment-${key}`;
  return part === "" ? `answer-${key}` : `answer-${key}:${part}`;
}

/** What was answered to one item. */
export function givenTo(rule: Pick<AskedRule, "key" | "slot" | "parts">, answers: Answers): Given {
  const { key, slot } = rule;
  const texts: Record<string, string> = {};
  for (const part of rule.parts) {
    const text = answers.others[part === "" ? key : `${key}:${part}`];
    if (text) texts[part] = text;
  }
  if (answers.comments[key]) texts[""] = answers.comments[key];
  return {
    rating: slot === null ? null : (answers.ratings[slot] ?? null),
    cantSay:
      slot === null
        ? answers.others[`${key}:${CANT_SAY}`] === TICKED
        : answers.cantSay.includes(slot),
    texts,
  };
}

/**
 * Merges the fields of a form or of an automatic save into what was answered before. Fields that are not
 * sent stay as they were; unknown or impossible values are named, and nothing else is changed by them.
 */
export function mergeAnswers(
  before: Answers,
  fields: Iterable<readonly [string, string]>,
  rules: AnswerRules,
): { answers: Answers; problems: AnswerProblem[] } {
  const answers = {
    ratings: [...before.ratings],
    cantSay: [...before.cantSay],
    comments: { ...before.comments },
    others: { ...before.others },
  };
  const places = placesOf(rules);
  const problems: AnswerProblem[] = [];
  const touched = new Set<AskedRule>();
  for (const [field, sent] of fields) {
    const place = places.get(field);
    if (!place) {
      if (field.startsWith("item-")) problems.push({ field, code: "not-an-answer" });
      continue;
    }
    touched.add(place.rule);
    const text = cleaned(sent);
    if (declines(place, text)) decline(answers, place.rule, text !== "");
    else {
      const taken = place.rule.take(place.part, text);
      if (taken.ok) put(answers, place, taken.value);
      else if (taken.problem === "too-long") {
        // Shown whole, so that it can be cut; who keeps answers does not keep this.
        put(answers, place, text);
        problems.push({ field, code: taken.problem });
      } else problems.push({ field, code: taken.problem, typed: text });
    }
  }
  for (const rule of touched) {
    const code = rule.conflict(givenTo(rule, answers));
    if (code) problems.push({ field: fieldFor(rule, rule.parts[0]), code });
  }
  return { answers: { ...answers, cantSay: answers.cantSay.sort((a, b) => a - b) }, problems };
}

type Place = { rule: AskedRule; part: string };

function placesOf({ asked }: AnswerRules): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const rule of asked) {
    if (rule.stores === "nothing") continue;
    const apart = rule.cantSay && rule.slot === null ? [CANT_SAY] : [];
    for (const part of [...rule.parts, ...apart]) places.set(fieldFor(rule, part), { rule, part });
  }
  return places;
}

// PostgreSQL stores neither NUL nor half a surrogate pair; the words around them are kept.
function cleaned(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\0", "").toWellFormed();
}

function declines({ rule, part }: Place, text: string): boolean {
  if (!rule.cantSay) return false;
  return rule.slot === null
    ? part === CANT_SAY && ["", TICKED].includes(text)
    : part === "" && text === CANT_SAY;
}

/** Says "can't say" to an item, or takes it back. What was answered to it goes. */
function decline(answers: Answers, rule: AskedRule, isDeclined: boolean): void {
  if (isDeclined)
    for (const part of rule.parts)
      delete answers.others[part === "" ? rule.key : `${rule.key}:${part}`];
  if (rule.slot === null) {
    const place = `${rule.key}:${CANT_SAY}`;
    if (isDeclined) answers.others[place] = TICKED;
    else delete answers.others[place];
    return;
  }
  answers.ratings[rule.slot] = null;
  if (!answers.cantSay.includes(rule.slot)) answers.cantSay.push(rule.slot);
}

function put(answers: Answers, { rule, part }: Place, value: number | string | null): void {
  if (rule.slot !== null && part === "") {
    answers.ratings[rule.slot] = typeof value === "number" ? value : null;
    answers.cantSay = answers.cantSay.filter((slot) => slot !== rule.slot);
  } else if (rule.stores === "comment") answers.comments[rule.key] = String(value ?? "");
  else {
    const place = part === "" ? rule.key : `${rule.key}:${part}`;
    if (value === null || value === "") delete answers.others[place];
    else {
      answers.others[place] = String(value);
      delete answers.others[`${rule.key}:${CANT_SAY}`];
      answers.cantSay = answers.cantSay.filter((slot) => slot !== rule.slot);
    }
  }
}

/**
 * The items that are asked, given what was answered: one whose condition rests on an item that is not asked is not
 * asked either.
 */
export function askedNow(rules: AnswerRules, answers: Answers): AskedRule[] {
  const values = new Map<string, string>();
  return rules.asked.filter((rule) => {
    if (!holds(rule.when, (field) => values.get(field) ?? "")) return false;
    for (const [field, value] of fieldsTo(rule, answers)) values.set(field, value);
    return true;
  });
}

function fieldsTo(rule: AskedRule, answers: Answers): [string, string][] {
  const given = givenTo(rule, answers);
  const texts = Object.entries(given.texts).flatMap(([part, text]): [string, string][] =>
    text ? [[fieldFor(rule, part), text]] : [],
  );
  return given.rating === null ? texts : [...texts, [fieldFor(rule), String(given.rating)]];
}

function isDealtWith(rule: AskedRule, answers: Answers): boolean {
  const given = givenTo(rule, answers);
  return given.cantSay || rule.isAnswered(given);
}

/** How many items must be dealt with, and how many have been, "can't say" included. */
export function dealtWith(rules: AnswerRules, answers: Answers): { done: number; total: number } {
  const owed = askedNow(rules, answers).filter((rule) => rule.owed);
  return {
    done: owed.filter((rule) => isDealtWith(rule, answers)).length,
    total: owed.length,
  };
}

/** The items that still must be dealt with. */
export function openItems(rules: AnswerRules, answers: Answers): AskedRule[] {
  return askedNow(rules, answers).filter((rule) => rule.owed && !isDealtWith(rule, answers));
}

/** Says "can't say" wherever something is open that may be declined. */
export function declineOpen(rules: AnswerRules, answers: Answers): Answers {
  const declined = structuredClone(answers);
  for (const rule of openItems(rules, answers)) if (rule.cantSay) decline(declined, rule, true);
  declined.cantSay.sort((a, b) => a - b);
  return declined;
}

/** The answers without those to items that were not asked in the end. */
export function onlyAsked(rules: AnswerRules, answers: Answers): Answers {
  const asked = new Set(askedNow(rules, answers));
  const kept = structuredClone(answers);
  for (const rule of rules.asked) {
    if (asked.has(rule)) continue;
    decline(kept, rule, true);
    if (rule.slot !== null) kept.cantSay = kept.cantSay.filter((slot) => slot !== rule.slot);
    delete kept.others[`${rule.key}:${CANT_SAY}`];
    delete kept.comments[rule.key];
  }
  return kept;
}

/** Whether anything was really answered: a form of "can't say" alone tells nothing about anyone. */
export function saysSomething(answers: Answers): boolean {
  return (
    answers.ratings.some((rating) => rating !== null) ||
    Object.values(answers.comments).some((text) => text?.trim()) ||
    Object.entries(answers.others).some(([place, text]) => text && !place.endsWith(`:${CANT_SAY}`))
  );
}

import { leadingComments } from "./comments/leading.ts";
import { managingComments } from "./comments/managing.ts";
import { norwegianComments } from "./comments/norwegian.ts";
import {
  type CommentPool,
  type Question,
  questions,
  type Setting,
  type Slot,
  sideOf,
  slotWords,
} from "./comments/pool.ts";
import { portugueseComments } from "./comments/portuguese.ts";
import { selfComments } from "./comments/self.ts";
import type { Random } from "./random.ts";
import type { ManagerTruth, Relationship, TruthCompetency } from "./truth.ts";

export type SampleComments = Partial<Record<Question, string>>;

const englishComments: CommentPool = { ...managingComments, ...leadingComments };

/** Every sentence about others, by language. */
export const commentPools: Readonly<Record<string, CommentPool>> = {
  en: englishComments,
  nb: norwegianComments,
  pt: portugueseComments,
};

/** Share of raters who write anything under a question. Direct reports write a little less. */
const writes: Record<Relationship, Record<Question, number>> = {
  self: { keep: 0.85, more: 0.8, less: 0.7 },
  manager: { keep: 0.85, more: 0.8, less: 0.6 },
  peer: { keep: 0.6, more: 0.5, less: 0.4 },
  direct_report: { keep: 0.6, more: 0.5, less: 0.45 },
  other: { keep: 0.5, more: 0.35, less: 0.25 },
};

const voiceOf: Partial<Record<Relationship, string>> = {
  manager: "B",
  peer: "P",
  other: "P",
  direct_report: "R",
};

/** The sentence without its marks, or null when this rater would not write it here. */
function unmark(template: string, relationship: Relationship, setting: Setting): string | null {
  const [, voice = "", sides = "", sentence = template] =
    /^(?:([BPR]?)([SHO]*)\|)?(.*)$/s.exec(template) ?? [];
  if (voice !== "" && voice !== voiceOf[relationship]) return null;
  if (sides !== "" && !sides.includes(sideOf[setting])) return null;
  return sentence;
}

function fillSlots(random: Random, sentence: string, setting: Setting): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot = name.toLowerCase() as Slot;
    const words = random.pick(slotWords[setting][slot]);
    return name === slot ? words : words.charAt(0).toUpperCase() + words.slice(1);
  });
}

/**
 * How likely a rater is to write about a competency: keep grows with skill near the right amount,
 * more with what is missing, less with what is overdone. The rater sees the amount +- 0.25.
 */
function interest(random: Random, question: Question, skill: number, amount: number): number {
  const seen = amount + random.normal(0, 0.25);
  if (question === "keep") return Math.exp(1.4 * skill - 2.5 * Math.max(0, Math.abs(seen) - 0.3));
  const strength = question === "more" ? -seen - 0.2 : seen - 0.2;
  return strength > 0 ? strength ** 2 : 0;
}

/** Competencies in the order in which the rater thinks of them; those without interest are left out. */
function inMind(
  random: Random,
  question: Question,
  truth: ManagerTruth,
  framework: readonly TruthCompetency[],
): string[] {
  let open = framework.flatMap(({ key }) => {
    const own = truth.competencies[key];
    if (own === undefined) return [];
    return [[key, interest(random, question, own.skill, own.amount)] as const];
  });
  const order: string[] = [];
  while (open.some(([, weight]) => weight > 0)) {
    const next = random.weighted(open);
    order.push(next);
    open = open.filter(([key]) => key !== next);
  }
  return order;
}

/** The language a rater writes in: their own when the participant shares it, otherwise English. */
export function writingLanguage(
  rater: { language: string },
  participant: { language: string },
): string {
  return rater.language === participant.language ? rater.language : "en";
}

function poolsFor(random: Random, relationship: Relationship, language: string): CommentPool[] {
  if (relationship === "self") return [selfComments];
  const own = commentPools[language];
  const writesOwn = own !== undefined && language !== "en" && random.chance(0.6);
  return writesOwn ? [own, englishComments] : [englishComments];
}

type Writer = {
  random: Random;
  relationship: Relationship;
  setting: Setting;
  used: Set<string>;
};

/** A sentence nobody has used about this participant, on the first competency that has one left. */
function write(
  writer: Writer,
  pools: readonly CommentPool[],
  competencies: readonly string[],
  question: Question,
): { sentence: string; pool: CommentPool; competency: string } | null {
  const { random, relationship, setting, used } = writer;
  for (const competency of competencies) {
    for (const pool of pools) {
      const fitting = (pool[competency]?.[question] ?? []).flatMap((template) => {
        const sentence = used.has(template) ? null : unmark(template, relationship, setting);
        return sentence === null ? [] : [{ template, sentence }];
      });
      if (fitting.length === 0) continue;
      const { template, sentence } = random.pick(fitting);
      used.add(template);
      return { sentence: fillSlots(random, sentence, setting), pool, competency };
    }
  }
  return null;
}

/**
 * What one rater writes about a manager, true to the manager's strengths, gaps and excesses. Pass
 * the same `used` set for all raters of one participant: no sentence comes twice, and a rater for
 * whom nothing fitting is left writes nothing under that question.
 */
export function simulateComments(
  random: Random,
  truth: ManagerTruth,
  framework: readonly TruthCompetency[],
  relationship: Relationship,
  language: string,
  used: Set<string>,
): SampleComments {
  const comments: SampleComments = {};
  const writer: Writer = { random, relationship, setting: truth.setting, used };
  const pools = poolsFor(random, relationship, language);
  for (const question of questions) {
    if (!random.chance(writes[relationship][question])) continue;
    const minded = inMind(random, question, truth, framework).slice(0, 4);
    const first = write(writer, pools, minded, question);
    if (first === null) continue;
    // Some go on to a second thing, in the same language.
    const others = minded.filter((competency) => competency !== first.competency);
    const second = random.chance(0.15) ? write(writer, [first.pool], others, question) : null;
    comments[question] = second === null ? first.sentence : `${first.sentence} ${second.sentence}`;
  }
  return comments;
}

import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import type { Hidden, ReasonCode } from "../reason.ts";
import { shuffle } from "./shuffle.ts";

/** What one rater wrote to one open question. A rater appears at most once per question. */
export type Comment = {
  readonly relationship: string;
  readonly question: string;
  readonly text: string;
  /** Whether its writer counts towards minima (see `Ratings`); true unless given. */
  readonly counts?: boolean;
};

/**
 * Texts shown together: `id` is a relationship, or "pool" for all other anonymous raters. Which
 * relationships are in a pool is not told, since that alone could point at someone.
 */
export type CommentGroup = {
  readonly id: string;
  readonly identified: boolean;
  readonly reason: Extract<ReasonCode, `shown-${string}`>;
  readonly texts: readonly string[];
};

/** What is shown to one question. Nobody having written looks the same as too few having written. */
export type QuestionComments = {
  readonly question: string;
  readonly groups: readonly CommentGroup[];
  readonly anonymous: { readonly shown: true } | Hidden;
};

/** All comments of a report. */
export type CommentDecision = { readonly questions: readonly QuestionComments[] };

/**
 * Spaces and line breaks are habits that could point at a writer, so every run of spaces becomes one and every run of
 * line breaks becomes one. Where a new line begins is kept: without it a long comment cannot be read.
 */
const tidy = (text: string) =>
  text
    .normalize("NFC")
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/u)
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

/** Distinct texts in an order that tells nothing: sorted first, so that the input order is forgotten. */
function present(comments: readonly Comment[], seed: string): string[] {
  return shuffle([...new Set(comments.map((comment) => comment.text))].sort(), seed);
}

/**
 * Relationships that may stand alone so that those left over are nobody, or enough for a pool. Writers who don't count
 * are shown among others, and make no list long enough.
 */
function standalone(byRelationship: ReadonlyMap<string, readonly Comment[]>, minimum: number) {
  const count = (relationship: string) =>
    byRelationship.get(relationship)?.filter(({ counts = true }) => counts).length ?? 0;
  const alone = [...byRelationship.keys()]
    .filter((relationship) => count(relationship) >= minimum)
    .sort((a, b) => count(b) - count(a));
  const pooled = [...byRelationship.keys()].filter((relationship) => !alone.includes(relationship));
  let counting = pooled.reduce((sum, relationship) => sum + count(relationship), 0);
  while (pooled.length > 0 && counting < minimum) {
    const least = alone.pop();
    if (least === undefined) break;
    pooled.push(least);
    counting += count(least);
  }
  return { alone, pooled, enough: pooled.length === 0 || counting >= minimum };
}

function decideQuestion(
  question: string,
  comments: readonly Comment[],
  policy: DisclosurePolicy,
  seed: string,
): QuestionComments {
  const byRelationship = new Map<string, Comment[]>();
  for (const comment of comments) {
    const list = byRelationship.get(comment.relationship) ?? [];
    byRelationship.set(comment.relationship, [...list, comment]);
  }
  const groups: CommentGroup[] = [];
  const add = (id: string, from: string[], reason: CommentGroup["reason"]) => {
    const own = from.flatMap((relationship) => byRelationship.get(relationship) ?? []);
    const texts = present(own, JSON.stringify([seed, question, id]));
    groups.push({
      id,
      identified: reason === "shown-identified",
      reason,
      texts,
    });
  };
  const anonymous = new Map(byRelationship);
  for (const relationship of policy.identified) {
    if (anonymous.delete(relationship)) add(relationship, [relationship], "shown-identified");
  }
  const { alone, pooled, enough } = standalone(anonymous, policy.minimumCommenters);
  if (!enough) {
    return { question, groups, anonymous: { shown: false, reason: "hidden-few-commenters" } };
  }
  for (const relationship of alone.sort()) add(relationship, [relationship], "shown-minimum");
  if (pooled.length > 0) add("pool", pooled.sort(), "shown-pooled");
  const shown = alone.length > 0 || pooled.length > 0;
  return {
    question,
    groups,
    anonymous: shown ? { shown: true } : { shown: false, reason: "hidden-few-commenters" },
  };
}

/**
 * Decides which comments a report shows, question by question. Identified relationships stand
 * under their own name; anonymous texts form one pool unless a relationship has enough commenters
 * by itself and leaves nobody, or enough, in the pool. Blank texts are nobody's; exact duplicates
 * (after tidying white space) are folded; the order depends on the texts and the seed alone, and
 * differs between questions, so that no thread of one rater runs through them.
 */
export function decideComments(
  comments: readonly Comment[],
  policy: DisclosurePolicy,
  seed: string,
): Disclosed<CommentDecision> {
  checkPolicy(policy);
  const written = comments
    .map((comment) => ({ ...comment, text: tidy(comment.text) }))
    .filter((comment) => comment.text !== "");
  const questions = [...new Set(comments.map((comment) => comment.question))].sort();
  return seal({
    questions: questions.map((question) =>
      decideQuestion(
        question,
        written.filter((c) => c.question === question),
        policy,
        seed,
      ),
    ),
  });
}

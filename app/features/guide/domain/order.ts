import { HATS, type Hat } from "./situation.ts";

/** What is asked about a situation, in this order; the keys stand in addresses. */
export const QUESTIONS = ["urgent", "cause", "reversible", "commitment", "experience"] as const;
export type Question = (typeof QUESTIONS)[number];
export type YesNo = "yes" | "no";

/** What was answered so far. */
export type Answers = { [Each in Question]?: YesNo };

/** Why a hat comes first: a word that a page has a sentence for. */
export type Reason = "stabilise" | "understand" | "structure" | "win" | "hand-over";
/** Said beside the order, whichever it is. */
type Note = `${"reversible" | "commitment" | "experience"}.${YesNo}`;

/** Which hat comes first and which then. Both are always there. */
export type Order = { hats: readonly [Hat, Hat]; reason: Reason; notes: readonly Note[] };

const MANAGING_FIRST = HATS;
const LEADING_FIRST = ["leading", "managing"] as const;

/**
 * The order of the two hats for five answers; null while one is open. A rule of thumb of ours: a decision that needs
 * commitment is prepared with those who carry it (Vroom and Yetton 1973), a new team needs more structure than an
 * experienced one (Hersey and Blanchard 1969), and where the cause is open and time is short, order comes before
 * analysis (Snowden and Boone 2007).
 */
export function orderOf(answers: Answers): Order | null {
  const { urgent, cause, reversible, commitment, experience } = answers;
  if (!(urgent && cause && reversible && commitment && experience)) return null;
  const notes = [
    `reversible.${reversible}`,
    `commitment.${commitment}`,
    `experience.${experience}`,
  ] as const;
  const reason = reasonFor({ urgent, cause, commitment, experience });
  const isManaging = reason === "stabilise" || reason === "structure";
  return { hats: isManaging ? MANAGING_FIRST : LEADING_FIRST, reason, notes };
}

type Deciding = Record<Exclude<Question, "reversible">, YesNo>;

/** Whether a step can be taken back decides how large it may be, not which hat comes first. */
function reasonFor({ urgent, cause, commitment, experience }: Deciding): Reason {
  if (cause === "no") return urgent === "yes" ? "stabilise" : "understand";
  if (experience === "no" && (urgent === "yes" || commitment === "no")) return "structure";
  return commitment === "yes" ? "win" : "hand-over";
}

/** The answers that an address brings; whatever is no answer counts as none. */
export function answersIn(said: URLSearchParams): Answers {
  const answers: Answers = {};
  for (const question of QUESTIONS) {
    const value = said.get(question);
    if (value === "yes" || value === "no") answers[question] = value;
  }
  return answers;
}

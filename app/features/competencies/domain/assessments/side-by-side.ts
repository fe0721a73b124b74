import type { Placement } from "./placement.ts";

/** The two who talk. A second assessor gives their view to both and does not talk. */
export type Side = "self" | "manager";

/** What was said of one competency while talking about it. */
export type Outcome = {
  kind: "proposed" | "agreed" | "disagreed";
  /** null where the two do not agree. */
  level: number | null;
  words: string;
  /** Whose step it was; of what is proposed, the other one confirms it. */
  saidBy: Side;
};

/**
 * How one competency stands. `same`: both placed it on one level without knowing of each other, which is as good as
 * agreed. `one-sided`: only one could say. `unsaid`: neither could.
 */
export type Standing =
  | "open"
  | "proposed"
  | "agreed"
  | "disagreed"
  | "same"
  | "one-sided"
  | "unsaid";

export type Row = {
  competency: string;
  self: Placement | null;
  manager: Placement | null;
  second: Placement | null;
  outcome: Outcome | null;
  standing: Standing;
  /** The level that came of it; null where there is none that both stand by. */
  level: number | null;
};

/** What one of them sent, by competency; null where they sent nothing. */
type View = Readonly<Record<string, Placement>> | null;
export type Sides = { self: View; manager: View; second: View };

/** What is laid side by side, by competency in its order. */
export function sideBySide(
  competencies: readonly string[],
  sides: Sides,
  outcomes: ReadonlyMap<string, Outcome>,
): Row[] {
  return competencies.map((competency) => {
    const self = sides.self?.[competency] ?? null;
    const manager = sides.manager?.[competency] ?? null;
    const second = sides.second?.[competency] ?? null;
    const outcome = outcomes.get(competency) ?? null;
    const standing = standingOf(self, manager, outcome);
    const level = standing === "same" ? (self?.level ?? null) : agreedLevel(standing, outcome);
    return { competency, self, manager, second, outcome, standing, level };
  });
}

function agreedLevel(standing: Standing, outcome: Outcome | null): number | null {
  return standing === "agreed" ? (outcome?.level ?? null) : null;
}

function standingOf(
  self: Placement | null,
  manager: Placement | null,
  outcome: Outcome | null,
): Standing {
  if (outcome) return outcome.kind;
  const [own, theirs] = [self?.level ?? null, manager?.level ?? null];
  if (own === null && theirs === null) return "unsaid";
  if (own === null || theirs === null) return "one-sided";
  return own === theirs ? "same" : "open";
}

/** What is to be talked about still: without these a conversation is not over. */
export function stillOpen(rows: readonly Row[]): Row[] {
  return rows.filter(({ standing }) => standing === "open" || standing === "proposed");
}

export type Step =
  | { step: "propose"; level: number; words: string }
  | { step: "confirm"; level: number }
  | { step: "disagree"; words: string }
  | { step: "take-back" };

export type StepRefusal =
  | "not-proposed"
  | "own-proposal"
  | "other-level"
  | "theirs-to-take-back"
  | "nothing-there";

/**
 * What comes of a step of one of the two. Nobody agrees alone: whoever proposed a level waits for the other's word, and
 * whoever wrote down that they do not agree takes that back themselves.
 * @param told the level on whoever's page it was confirmed, which may have been proposed anew since.
 */
export function outcomeAfter(
  before: Outcome | null,
  side: Side,
  step: Step,
): { ok: true; outcome: Outcome | null } | { ok: false; reason: StepRefusal } {
  const no = (reason: StepRefusal) => ({ ok: false, reason }) as const;
  const to = (outcome: Outcome | null) => ({ ok: true, outcome }) as const;
  const isTheirs = before?.kind === "disagreed" && before.saidBy !== side;
  switch (step.step) {
    case "propose":
      if (isTheirs) return no("theirs-to-take-back");
      return to({ kind: "proposed", level: step.level, words: step.words, saidBy: side });
    case "confirm":
      // Confirmed already, perhaps by the same press.
      if (before?.kind === "agreed" && before.level === step.level) return to(before);
      if (before?.kind !== "proposed") return no("not-proposed");
      if (before.saidBy === side) return no("own-proposal");
      if (before.level !== step.level) return no("other-level");
      return to({ ...before, kind: "agreed" });
    case "disagree":
      if (isTheirs) return no("theirs-to-take-back");
      return to({ kind: "disagreed", level: null, words: step.words, saidBy: side });
    default:
      if (before === null) return no("nothing-there");
      // What both agreed on, either may talk about again; all else is whose step it was.
      if (before.kind !== "agreed" && before.saidBy !== side) return no("theirs-to-take-back");
      return to(null);
  }
}

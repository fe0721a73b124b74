import { z } from "zod";
import { daysAfter } from "~/platform/calendar/days.ts";
import { amountFinding } from "./findings.ts";
import { OTHERS, type ReportContent } from "./report-content.ts";

/** A behaviour that may be worth working on. */
export type FocusSuggestion = {
  item: string;
  competency: string | null;
  direction: "more" | "less" | "keep";
  /** How much the competency matters in the participant's role; null as everywhere. */
  importance: keyof typeof IMPORTANCE | null;
  /** Others' average, and how many gave it; null where only the competency's is shown. */
  mean: number | null;
  n: number | null;
};

const MOST_SUGGESTED = 5;

/** What counts more in a role weighs so much more in the order; what is not off is not suggested for it. */
const IMPORTANCE = { important: 1.5, essential: 2 } as const;

/** By competency; one that is left out counts as everywhere. */
export type RoleImportance = Readonly<Record<string, keyof typeof IMPORTANCE>>;

/**
 * Behaviours to choose from, by size and sureness: how far others' average is from the right amount less what may be
 * chance, counted double where the whole competency is clearly on that side, and more where it matters more in the
 * role. Where nothing is off, the surest strengths, to be used on purpose.
 */
export function suggestFocus(
  { items, competencies }: Pick<ReportContent, "items" | "competencies">,
  isAmount: (id: string) => boolean,
  importance: RoleImportance = {},
): FocusSuggestion[] {
  const findings = new Map(
    competencies.map((row) => [row.id, amountFinding(row.estimates[OTHERS])]),
  );
  const shown = items.flatMap(({ id, competency, estimates }) => {
    const estimate = estimates[OTHERS];
    if (!estimate?.shown || !isAmount(id)) return [];
    const { mean, n, low, high } = estimate;
    const half = low === null || high === null ? Math.abs(mean) / 2 : (high - low) / 2;
    const finding = competency === null ? null : findings.get(competency);
    const agrees = finding === (mean < 0 ? "too-little" : "too-much");
    const level = (competency !== null && importance[competency]) || null;
    const factor = level === null ? 1 : IMPORTANCE[level];
    const offBy = Math.max(0, Math.abs(mean) - half) * (agrees ? 2 : 1) + (agrees ? 0.1 : 0);
    return [
      { item: id, competency, importance: level, mean, n, half, factor, weight: offBy * factor },
    ];
  });
  const off = shown
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.item < b.item ? -1 : 1))
    .slice(0, MOST_SUGGESTED)
    .map(({ item, competency, importance, mean, n }) => {
      const direction = mean < 0 ? ("more" as const) : ("less" as const);
      return { item, competency, importance, direction, mean, n };
    });
  if (off.length > 0) return off;
  return shown
    .sort(
      (a, b) =>
        (Math.abs(a.mean) + a.half) / a.factor - (Math.abs(b.mean) + b.half) / b.factor ||
        (a.item < b.item ? -1 : 1),
    )
    .slice(0, MOST_SUGGESTED)
    .map(({ item, competency, importance, mean, n }) => {
      return { item, competency, importance, direction: "keep", mean, n };
    });
}

/** What a participant will work on, as they wrote it. */
export const focusChoice = z.strictObject({
  item: z.string().min(1).max(100),
  nextStep: z.string().trim().min(1).max(500),
  dueOn: z.iso.date(),
});

export type FocusChoice = z.infer<typeof focusChoice>;
export type FocusField = "item" | "nextStep" | "dueOn";
export type FocusProblem = {
  field: `focus[${number}].${FocusField}`;
  code: "missing" | "too-long" | "unknown" | "twice" | "not-ahead" | "too-far";
  /** Which of the three, from 0, and what of it. */
  values: { position: number; part: FocusField };
};

export const MOST_FOCUS = 3;
const LONGEST_DAYS = 366;
const USUAL_DAYS = 28;

const typed = z.string().catch("");

/** Up to three rows as they are typed; some may be left empty. */
export const chooseFocusInput = z.object({
  focus: z.array(z.object({ item: typed, nextStep: typed, dueOn: typed })).max(MOST_FOCUS),
});

function focusProblem(
  position: number,
  part: FocusField,
  code: FocusProblem["code"],
): FocusProblem {
  return { field: `focus[${position}].${part}`, code, values: { position, part } };
}

/**
 * Reads up to three choices as they were typed; rows left empty are skipped. Every problem is named with its row and
 * field. `known` tells which behaviours the report has; `today` and dates are calendar dates.
 */
export function readFocus(
  typed: readonly Record<FocusField, string>[],
  { known, today, latest }: { known: (item: string) => boolean; today: string; latest: string },
): { choices: FocusChoice[]; problems: FocusProblem[] } {
  const choices: FocusChoice[] = [];
  const problems: FocusProblem[] = [];
  for (const [position, row] of typed.slice(0, MOST_FOCUS).entries()) {
    if (row.item === "" && row.nextStep.trim() === "") continue;
    const add = (part: FocusField, code: FocusProblem["code"]) =>
      problems.push(focusProblem(position, part, code));
    const parsed = focusChoice.safeParse(row);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        add(issue.path[0] as FocusField, issue.code === "too_big" ? "too-long" : "missing");
      continue;
    }
    const { item, dueOn } = parsed.data;
    if (!known(item)) add("item", "unknown");
    else if (choices.some((each) => each.item === item)) add("item", "twice");
    if (dueOn <= today) add("dueOn", "not-ahead");
    else if (dueOn > latest) add("dueOn", "too-far");
    choices.push(parsed.data);
  }
  if (choices.length === 0 && problems.length === 0)
    problems.push(focusProblem(0, "item", "missing"));
  return { choices, problems };
}

/** The last day a next step may be due. */
export function latestDueDay(today: string): string {
  return daysAfter(today, LONGEST_DAYS);
}

/** The day a next step is due when nobody says otherwise. */
export function usualDueDay(today: string): string {
  return daysAfter(today, USUAL_DAYS);
}

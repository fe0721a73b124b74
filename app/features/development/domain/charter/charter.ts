import { z } from "zod";

/** With whom a charter is agreed. */
export const partners = ["manager", "hr"] as const;
export type Partner = (typeof partners)[number];

export const charterStates = ["draft", "proposed", "signed"] as const;
export type CharterState = (typeof charterStates)[number];

/** What somebody's job is in managing and leading: one version, which never changes once both have signed. */
export type Charter = {
  id: string;
  personId: string;
  version: number;
  managing: string;
  leading: string;
  partner: Partner;
  state: CharterState;
  personSignedOn: string | null;
  partnerSignedOn: string | null;
  partnerId: string | null;
  /** Why whoever was asked did not sign, until it is proposed again. */
  returnedWhy: string | null;
  reviewOn: string | null;
  revision: number;
};

export const MOST_DUTIES = 15;
export const LONGEST_DUTY = 300;
export const LONGEST_WHY = 1_000;
const LONGEST = MOST_DUTIES * (LONGEST_DUTY + 10);

const duties = z.string().max(LONGEST).default("");

/** A charter as it is typed: one duty a line. */
export const charterInput = z.object({
  managing: duties,
  leading: duties,
  partner: z.enum(partners),
});
export type CharterForm = z.output<typeof charterInput>;
export type CharterFacts = Pick<Charter, "managing" | "leading" | "partner">;

const BULLET = /^\s*(?:[-*•–]|\d{1,2}[.)])?\s*/;

/** The duties of a text: one a line, without the marks that lists have elsewhere; each once. */
export function dutiesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(BULLET, "").trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

type Fault = {
  field: "managing" | "leading" | "partner";
  code: "missing" | "too-many" | "too-long" | "nobody";
  values?: Record<string, string | number>;
};

/** What was typed, or what of it can't be. `hasManager`: whether anybody leads whose charter it is. */
export function readCharter(
  { managing, leading, partner }: CharterForm,
  { hasManager }: { hasManager: boolean },
): { facts: CharterFacts; problems: Fault[] } {
  const problems: Fault[] = [];
  const texts = { managing: dutiesIn(managing), leading: dutiesIn(leading) };
  for (const [field, lines] of Object.entries(texts) as ["managing" | "leading", string[]][]) {
    if (lines.length > MOST_DUTIES)
      problems.push({ field, code: "too-many", values: { most: MOST_DUTIES } });
    const long = lines.find((line) => line.length > LONGEST_DUTY);
    if (long) problems.push({ field, code: "too-long", values: { duty: `${long.slice(0, 60)}…` } });
  }
  if (texts.managing.length + texts.leading.length === 0)
    problems.push({ field: "managing", code: "missing" });
  if (partner === "manager" && !hasManager) problems.push({ field: "partner", code: "nobody" });
  const facts = {
    ...{ managing: texts.managing.join("\n"), leading: texts.leading.join("\n"), partner },
  };
  return { facts, problems };
}

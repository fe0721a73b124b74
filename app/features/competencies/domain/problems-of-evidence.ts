import type { CompetencyRef, EvidenceSource } from "./evidence.ts";

type Said = CompetencyRef & {
  source: EvidenceSource;
  level: number;
  saidOn: string;
  expiresOn?: string | undefined;
  months?: number | undefined;
  title: string;
  words: string;
};

/** As much of a framework as it takes to judge a level. */
type Levelled = {
  levels: readonly unknown[];
  competencies: readonly { id: string }[];
} | null;

export type EvidenceProblem = { field: string; code: string };

const EARLIEST = "1950-01-01";

/** What is wrong with what somebody wants to record, by field; a framework that is null is none. */
export function problemsOfEvidence(
  { competency, source, level, saidOn, expiresOn, months, title, words }: Said,
  framework: Levelled,
  today: string,
): EvidenceProblem[] {
  const problems: EvidenceProblem[] = [];
  if (!framework?.competencies.some(({ id }) => id === competency))
    problems.push({ field: "competency", code: "unknown-competency" });
  else if (level > framework.levels.length) problems.push({ field: "level", code: "off-scale" });
  if (saidOn > today) problems.push({ field: "saidOn", code: "future" });
  if (saidOn < EARLIEST) problems.push({ field: "saidOn", code: "too-early" });
  if (expiresOn !== undefined && expiresOn < saidOn)
    problems.push({ field: "expiresOn", code: "before-said" });
  if (expiresOn !== undefined && months !== undefined)
    problems.push({ field: "months", code: "either-or" });
  const isMeasured = source === "certificate" || source === "test";
  if (isMeasured && title === "") problems.push({ field: "title", code: "needed" });
  if (source === "observation" && words === "") problems.push({ field: "words", code: "needed" });
  return problems;
}

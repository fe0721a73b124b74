import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

const facts = ["name", "organisation", "round", "date"];

/** What is written about rounds of assessments. Each leads to the page of what waits for its reader. */
export const assessmentLetters = {
  asked: { name: "assessment", facts },
  named: { name: "assessment-named", facts },
  reminder: {
    name: "assessment-reminder",
    facts: ["name", "organisation", "what"],
    mayBeDeclined: true,
  },
  "called-off": {
    name: "assessment-called-off",
    facts: ["name", "organisation", "round", "reason"],
  },
} satisfies Record<string, KindOfLetter>;

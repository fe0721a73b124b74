import type { DisclosurePolicy } from "./policy.ts";
import type { ReasonCode } from "./reason.ts";

/**
 * A reason in plain English, with the policy's own numbers: for a report about a participant, or for
 * the tables, trees and filters of a survey. Applications may translate by code.
 */
export function explain(
  code: ReasonCode,
  policy: DisclosurePolicy,
  area: "report" | "survey" = "report",
): string {
  const least = area === "report" ? policy.minimum : policy.minimumInTables;
  const raters = area === "report" ? "raters" : "people";
  switch (code) {
    case "shown-minimum":
      return `Shown: at least ${least} ${raters}.`;
    case "shown-identified":
      return "Shown with their name, as these raters were told.";
    case "shown-merged":
      return "Shown together, because a group on its own had too few raters.";
    case "shown-pooled":
      return "Shown in one list, so that no small group stands out.";
    case "hidden-few-raters":
      return `Hidden: fewer than ${least} ${raters}.`;
    case "hidden-few-or-alike":
      return `Hidden: fewer than ${least} answers, or answers so alike that they would give people away.`;
    case "hidden-few-answers":
      return `Hidden: fewer than ${least} answers.`;
    case "hidden-near-end":
      return "Near one end of the scale. The average itself is withheld where answers might be alike, and as often where they are not.";
    case "hidden-one-answer-everywhere":
      return "Hidden whatever the answers: nearly everyone in the round gave the same one.";
    case "hidden-few-for-spread":
      return `Only the average is shown: spread needs at least ${policy.minimumForDistribution} ${raters}.`;
    case "hidden-nearly-alike":
      return `Only the average is shown: a spread is withheld where most ${raters} might have given the same answer, and as often where they did not.`;
    case "hidden-few-parts":
      return "Hidden: too few of its questions can be shown.";
    case "hidden-no-answer":
      return "No answer was given.";
    case "hidden-few-commenters":
      return `Hidden: fewer than ${policy.minimumCommenters} people wrote something.`;
    case "hidden-subtraction":
      return "Hidden so that another figure cannot be worked out.";
  }
}

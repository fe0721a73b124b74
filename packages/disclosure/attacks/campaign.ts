import { chance } from "./chance.ts";
import { type Finding, nothing, plus } from "./finding.ts";
import {
  allInsiders,
  type Feedback,
  makeFeedback,
  makePlayed,
  outsider,
  type Publication,
  pageAndExport,
  publish,
  publishPlainly,
  puppeteer,
  readDistributions,
  reissued,
} from "./report-attacks.ts";
import { makePeople, surveyAttacks } from "./survey-attacks.ts";
import { talkingViewers } from "./talking-viewers.ts";

/** What one attack found under one set of rules over all organisations. */
export type Tally = Finding & {
  /** Publications attacked, and those in which something was found. */
  readonly tried: number;
  readonly broken: number;
};

export type Outcome = { readonly ours: Tally; readonly plain: Tally };

const none: Tally = { ...nothing, tried: 0, broken: 0 };

const count = (tally: Tally, found: Finding): Tally => ({
  ...plus(tally, found),
  tried: tally.tried + 1,
  broken: tally.broken + (found.algebra + found.bounds > 0 ? 1 : 0),
});

type ReportAttack = (feedback: Feedback, publication: Publication) => Finding;

const reportAttacks: Record<string, ReportAttack> = {
  "report: everything combined": outsider,
  "report: distributions": (feedback, publication) => ({
    algebra: 0,
    bounds: readDistributions(feedback, publication, []),
  }),
  "report: one insider": (feedback, publication) => allInsiders(feedback, publication, false),
};

/** The stated limit: pairs of raters who put their answers together. */
export const collusion = "report: two colluding";

/**
 * Attacks `organisations` seeded organisations, published through our rules and through the plain
 * one. Pairs of colluding raters are tried only on request, since they are slow.
 */
export function campaign(organisations: number, pairs: boolean): Record<string, Outcome> {
  const outcomes: Record<string, Outcome> = {};
  const note = (name: string, rules: "ours" | "plain", found: Finding) => {
    const before = outcomes[name] ?? { ours: none, plain: none };
    outcomes[name] = { ...before, [rules]: count(before[rules], found) };
  };
  for (let at = 0; at < organisations; at++) {
    const draw = chance(`organisation ${at}`);
    const people = makePeople(draw, 12 + draw.below(70));
    const feedback = makeFeedback(draw);
    const played = makePlayed(chance(`puppets ${at}`), feedback);
    for (const rules of ["ours", "plain"] as const) {
      const publication = rules === "ours" ? publish(feedback) : publishPlainly(feedback);
      for (const [name, attack] of Object.entries(reportAttacks)) {
        note(name, rules, attack(feedback, publication));
      }
      if (pairs) {
        note(collusion, rules, allInsiders(feedback, publication, true));
        const policy = { ...feedback.policy, minimum: 4 };
        const four =
          rules === "ours" ? publish({ ...feedback, policy }) : publishPlainly(feedback, 4);
        note(`${collusion}, minimum 4`, rules, allInsiders(feedback, four, true));
      }
      const own = played[rules];
      const shown = rules === "ours" ? publish(own) : publishPlainly(own);
      note("report: a participant with puppets", rules, puppeteer(own, shown, played.puppets));
      note("report: export and page", rules, outsider(feedback, pageAndExport(feedback, rules)));
      note("report: issued again", rules, outsider(feedback, reissued(feedback, rules)));
      const talking = talkingViewers(chance(`talking ${at}`), people, rules);
      note("survey: two viewers, three ways out", rules, talking);
      for (const [name, attack] of Object.entries(surveyAttacks)) {
        note(`survey: ${name}`, rules, attack(chance(`${name} ${at}`), people, rules));
      }
    }
  }
  return outcomes;
}

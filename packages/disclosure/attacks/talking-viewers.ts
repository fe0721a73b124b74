import { FigureLedger, type Standing, standardPolicy } from "../src/index.ts";
import type { Chance } from "./chance.ts";
import { combine, meanOf, type Respondent, rulesFor, type Shown } from "./survey-attacks.ts";

const EXITS = ["page", "export", "interface"] as const;

/** Departments, which stand for everyone. */
function standingOf(people: readonly Respondent[]): Standing {
  const departments = [...new Set(people.map(({ department }) => department))];
  return {
    tree: [
      { id: "all", parent: null, members: [] },
      ...departments.map((department) => ({
        id: `${department}`,
        parent: "all",
        members: [...people.keys()].filter((at) => people[at]?.department === department),
      })),
    ],
  };
}

/**
 * Two viewers, one of them limited to a department, who put together what three ways out tell them. By our rules all
 * six share the figure's ledger; by the plain one each viewer has one for each way out, opened from what stands.
 */
export function talkingViewers(
  draw: Chance,
  people: readonly Respondent[],
  rules: "ours" | "plain",
) {
  const values = people.map((person) => person.answer);
  const contributed = { values, rules: rulesFor(draw) };
  const { ledger, figures } = FigureLedger.standing(
    standingOf(people),
    contributed,
    standardPolicy,
  );
  const shown: Shown[] = Object.entries(figures).flatMap(([id, figure]) =>
    figure.shown
      ? [meanOf(id === "all" ? people : people.filter((p) => `${p.department}` === id))]
      : [],
  );
  const own = draw.below(6);
  for (const viewer of ["whole", "department"] as const)
    for (const _ of EXITS) {
      const asked = rules === "ours" ? ledger : FigureLedger.open(ledger.save());
      for (let question = 0; question < 5; question++) {
        const [d, l, c] = [draw.below(6), draw.below(4), draw.below(3)];
        const department = viewer === "department" ? own : draw.happens(0.6) ? d : null;
        const [byL, byC, not] = [draw.happens(0.6), draw.happens(0.5), draw.happens(0.3)];
        const over = people.filter(
          (p) =>
            (department === null || p.department === department) &&
            ((!byL || p.level === l) && (!byC || p.country === c)) !== not,
        );
        const numbers = over.map((person) => people.indexOf(person));
        if (asked.ask(numbers, contributed).shown) shown.push(meanOf(over));
      }
    }
  return combine(people, shown);
}

import type { Statement } from "../src/bounds/types.ts";
import { countPoints } from "../src/cover/count-points.ts";
import {
  type AnswerRules,
  nextSnapshot,
  protectTable,
  protectTree,
  QueryLedger,
  type Snapshot,
  standardPolicy,
  type TreeNode,
} from "../src/index.ts";
import { answer, type Chance } from "./chance.ts";
import { combineAll, type Finding, sumOf } from "./finding.ts";

const k = standardPolicy.minimumInTables;

/** Someone who answered a survey question. */
export type Respondent = {
  readonly id: string;
  readonly department: number;
  readonly level: number;
  readonly country: number;
  readonly answer: number;
};

/** People with overlapping attributes; small departments and rare levels abound. */
export function makePeople(draw: Chance, n: number): Respondent[] {
  const departments = 2 + draw.below(5);
  const leaning = draw.pick(["middle", "high"] as const);
  return Array.from({ length: n }, (_, at) => ({
    id: `p${at}`,
    department: Math.min(draw.below(departments), draw.below(departments)),
    level: Math.min(draw.below(4), draw.below(4)),
    country: Math.min(draw.below(3), draw.below(3)),
    answer: answer(draw, leaning),
  }));
}

export type Shown = {
  readonly over: readonly Respondent[];
  readonly n: number;
  readonly mean: number;
};

const statement = ({ over, ...figure }: Shown): Statement => ({
  over: over.map(({ id }) => id),
  sum: sumOf(figure),
});

/** Combines everything shown; people whom no figure tells apart are one unit. */
export function combine(people: readonly Respondent[], shown: readonly Shown[]): Finding {
  const membership = new Map<string, string>(people.map(({ id }) => [id, ""]));
  for (const [at, { over }] of shown.entries()) {
    for (const { id } of over) membership.set(id, `${membership.get(id)}${at},`);
  }
  const groups = Map.groupBy(people, ({ id }) => membership.get(id) ?? "");
  const units = [...groups].flatMap(([key, group]) =>
    key === "" ? [] : [{ id: key, people: group.length }],
  );
  const statements = shown.map((figure) => ({
    ...statement(figure),
    over: [...new Set(figure.over.map(({ id }) => membership.get(id) ?? ""))],
  }));
  return combineAll(units, statements, k);
}

const scale = { low: 1, high: 5 };

/** Answers as tables and trees take them. */
function answered(over: readonly Respondent[]) {
  const values = over.map((person) => person.answer);
  return {
    n: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    counts: countPoints(values, scale),
  };
}

/** Draws for withholding, apart from those that make people. */
export const rulesFor = (draw: Chance): AnswerRules => ({
  scale,
  chance: () => draw.below(1e6) / 1e6,
});

/** The mean of some people, as shown. */
export const meanOf = (over: readonly Respondent[]): Shown => ({
  over,
  n: over.length,
  mean: over.reduce((sum, person) => sum + person.answer, 0) / over.length,
});

/** Departments by levels with margins. */
export function tableAttack(
  draw: Chance,
  people: readonly Respondent[],
  rules: "ours" | "plain",
): Finding {
  const at = (d: number | null, l: number | null) =>
    people.filter((p) => (d === null || p.department === d) && (l === null || p.level === l));
  const rows = [...new Set(people.map((p) => p.department))].sort();
  const columns = [...new Set(people.map((p) => p.level))].sort();
  const places = [null, ...rows].flatMap((d) => [null, ...columns].map((l) => ({ d, l })));
  if (rules === "plain") {
    const all = places.map(({ d, l }) => at(d, l)).filter((over) => over.length >= k);
    return combine(people, all.map(meanOf));
  }
  const table = protectTable(
    {
      rows: rows.map(String),
      columns: columns.map(String),
      cells: rows.map((d) => columns.map((l) => answered(at(d, l)))),
      answers: rulesFor(draw),
    },
    standardPolicy,
  );
  const shown = places.flatMap(({ d, l }): Shown[] => {
    const [r, c] = [d === null ? -1 : rows.indexOf(d), l === null ? -1 : columns.indexOf(l)];
    const figure =
      d === null
        ? l === null
          ? table.total
          : table.columnTotals[c]
        : l === null
          ? table.rowTotals[r]
          : table.cells[r]?.[c];
    return figure?.shown ? [{ over: at(d, l), n: figure.n, mean: figure.mean }] : [];
  });
  return combine(people, shown);
}

/** Departments inside departments: parents minus shown children. */
export function treeAttack(draw: Chance, people: readonly Respondent[], rules: "ours" | "plain") {
  const size = 3 + draw.below(10);
  const parents = Array.from({ length: size }, (_, at) => (at === 0 ? null : draw.below(at)));
  const home = new Map(people.map(({ id }) => [id, draw.below(size)]));
  const within = (node: number, top: number): boolean => {
    for (let at: number | null = node; at !== null; at = parents[at] ?? null)
      if (at === top) return true;
    return false;
  };
  const under = (top: number) => people.filter(({ id }) => within(home.get(id) ?? 0, top));
  if (rules === "plain") {
    const all = parents.map((_, node) => under(node)).filter((over) => over.length >= k);
    return combine(people, all.map(meanOf));
  }
  const nodes = parents.map((parent, node): TreeNode => {
    const direct = people.filter(({ id }) => home.get(id) === node);
    return {
      id: `${node}`,
      parent: parent === null ? null : `${parent}`,
      ...answered(direct),
    };
  });
  const tree = protectTree(nodes, standardPolicy, rulesFor(draw));
  const shown = nodes.flatMap(({ id }): Shown[] => {
    const figure = tree[id];
    return figure?.shown ? [{ over: under(Number(id)), n: figure.n, mean: figure.mean }] : [];
  });
  return combine(people, shown);
}

/** Filters in sequence, as someone hunting for small differences would set them. */
export function filterAttack(draw: Chance, people: readonly Respondent[], rules: "ours" | "plain") {
  const ledger = QueryLedger.over(people.length, k);
  const shown: Shown[] = rules === "plain" ? [meanOf(people)] : [];
  const answers = { values: people.map((person) => person.answer), rules: rulesFor(draw) };
  if (ledger.ask([...people.keys()], answers).answered) shown.push(meanOf(people));
  for (let question = 0; question < 14; question++) {
    const [d, l, c] = [draw.below(6), draw.below(4), draw.below(3)];
    const [byD, byL, byC] = [draw.happens(0.6), draw.happens(0.5), draw.happens(0.4)];
    const not = draw.happens(0.3);
    const over = people.filter((p) => {
      const matches =
        (!byD || p.department === d) && (!byL || p.level === l) && (!byC || p.country === c);
      return matches !== not;
    });
    const numbers = over.map((person) => people.indexOf(person));
    const answered = rules === "plain" ? over.length >= k : ledger.ask(numbers, answers).answered;
    if (answered) shown.push(meanOf(over));
  }
  return combine(people, shown);
}

/** Before and after: a live result looked at every week while people answer, change and leave. */
export function timeAttack(draw: Chance, people: readonly Respondent[], rules: "ours" | "plain") {
  const seen: Respondent[] = [];
  let present = people.slice(0, Math.ceil(people.length / 2));
  let late = people.slice(present.length);
  let snapshot: Snapshot | null = null;
  const shown: Shown[] = [];
  for (let week = 0; week < 5; week++) {
    const figures: Record<string, Respondent[]> = { all: present };
    for (const person of present) {
      const key = `department ${person.department}`;
      figures[key] = [...(figures[key] ?? []), person];
    }
    for (const person of present) if (!seen.includes(person)) seen.push(person);
    if (rules === "plain") {
      for (const over of Object.values(figures)) if (over.length >= k) shown.push(meanOf(over));
    } else {
      const now = Object.fromEntries(
        Object.entries(figures).map(([id, over]) => [id, over.map((person) => person.id)]),
      );
      const next = nextSnapshot(snapshot, now, standardPolicy, {
        of: Object.fromEntries(seen.map((person) => [person.id, person.answer])),
        ...rulesFor(draw),
      });
      snapshot = next.snapshot;
      for (const { contributors } of Object.values(next.figures)) {
        const over = seen.filter(({ id }) => contributors.includes(id));
        if (over.length > 0) shown.push(meanOf(over));
      }
    }
    const arriving = draw.below(9);
    present = [...present.filter(() => !draw.happens(0.03)), ...late.slice(0, arriving)];
    late = late.slice(arriving);
    const changing = draw.below(present.length);
    present = present.map((person, at) =>
      at === changing ? { ...person, id: `${person.id}'`, answer: answer(draw, "middle") } : person,
    );
  }
  return combine(seen, shown);
}

/** All survey attacks on one organisation, each under the same draws for both rules. */
export const surveyAttacks = {
  table: tableAttack,
  tree: treeAttack,
  filters: filterAttack,
  time: timeAttack,
};

/**
 * A figure's ledger at its largest: 100,000 answers in 2,000 units that stand, with 30 declared cuts, and 200 filters
 * one after the other; then the ledger opened from its book. As processor time. Run with node.
 */
import { seededRandom } from "../../packages/disclosure/src/comments/shuffle.ts";
import { FigureLedger, standardPolicy } from "../../packages/disclosure/src/index.ts";

const PEOPLE = 100_000;
const UNITS = 2_000;
const FILTERS = 200;
const random = seededRandom("ledger");
const below = (n: number) => Math.floor(random() * n);

/** Milliseconds of processor time, and what came of it. */
function timed<Result>(work: () => Result): [number, Result] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1000, result];
}

const show = (name: string, value: number, unit: string) =>
  process.stdout.write(`${name}: ${value.toFixed(1)} ${unit}\n`);

// A unit in two of three levels above it, sizes skewed as they are.
const parentOf = (unit: number) => (unit === 0 ? -1 : Math.floor((unit - 1) / 7));
const unitOf = Uint16Array.from({ length: PEOPLE }, () => Math.floor(UNITS * random() ** 1.3));
const units = Array.from({ length: UNITS }, (): number[] => []);
for (const [person, unit] of unitOf.entries()) units[unit]?.push(person);

/** Attributes that were declared, with so many values. */
const attributes = [3, 5, 6, 8, 8].map((size) =>
  Uint8Array.from({ length: PEOPLE }, () => Math.floor(size * random() ** 1.5)),
);
const sizes = [3, 5, 6, 8, 8];
const everyone = Array.from({ length: PEOPLE }, (_, person) => person);
const cuts = attributes.flatMap((of, a) =>
  Array.from({ length: sizes[a] ?? 0 }, (_, value) => ({
    id: `${a} ${value}`,
    members: everyone.filter((person) => of[person] === value),
  })),
);
const values = Int8Array.from({ length: PEOPLE }, () => 1 + Math.floor(5 * random() ** 0.8));
const contributed = { values, rules: { scale: { low: 1, high: 5 }, chance: random } };

/** A part of the tree, one to three values of one to three attributes. */
function filter(): number[] {
  const top = random() < 0.3 ? 0 : below(UNITS / 8);
  const within = new Uint8Array(UNITS);
  within[top] = 1;
  for (let unit = top + 1; unit < UNITS; unit++) within[unit] = within[parentOf(unit)] ?? 0;
  const chosen = attributes.flatMap((of, a) => {
    if (random() > 0.4) return [];
    const wanted = new Set(Array.from({ length: 1 + below(3) }, () => below(sizes[a] ?? 1)));
    return [{ of, wanted }];
  });
  return everyone.filter(
    (person) =>
      within[unitOf[person] ?? 0] === 1 &&
      chosen.every(({ of, wanted }) => wanted.has(of[person] ?? 0)),
  );
}

const tree = units.map((members, unit) => ({
  id: `u${unit}`,
  parent: unit === 0 ? null : `u${parentOf(unit)}`,
  members,
}));
const [decided, { ledger, figures }] = timed(() =>
  FigureLedger.standing({ tree, cuts }, contributed, standardPolicy),
);
const shown = Object.values(figures).filter((figure) => figure.shown).length;
show("deciding what stands", decided, "ms");
show("shown of what stands", (100 * shown) / Object.keys(figures).length, "%");

const filters = Array.from({ length: FILTERS }, filter);
const times: number[] = [];
const answeredAt: boolean[] = [];
for (const members of filters) {
  const [took, figure] = timed(() => ledger.ask(members, contributed));
  times.push(took);
  answeredAt.push(figure.shown);
}
const median = (list: number[]) =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
show("a filter, median", median(times), "ms");
show("the last ten filters, median", median(times.slice(-10)), "ms");
show("answered", (100 * answeredAt.filter(Boolean).length) / FILTERS, "%");
show("answered of the last 50", 2 * answeredAt.slice(-50).filter(Boolean).length, "%");

const [opening, opened] = timed(() => FigureLedger.open(ledger.save()));
show("opening it from its book", opening, "ms");
const [again] = timed(() => opened.ask(filters.at(-1) ?? [], contributed));
show("the 200th filter asked of the opened one", again, "ms");

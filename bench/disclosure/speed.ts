/**
 * Times of the disclosure rules on the largest cases they are meant for, as processor time, so that
 * other work on the machine does not count. Run with node.
 */
import { seededRandom } from "../../packages/disclosure/src/comments/shuffle.ts";
import {
  discloseReportFigures,
  protectTable,
  protectTree,
  QueryLedger,
  standardPolicy,
} from "../../packages/disclosure/src/index.ts";

const random = seededRandom("speed");
const below = (n: number) => Math.floor(random() * n);

/** Answers of n people as tables and trees take them. */
function answered(n: number) {
  const counts = [0, 0, 0, 0, 0];
  let sum = 0;
  for (let person = 0; person < n; person++) {
    const at = below(5);
    counts[at] = (counts[at] ?? 0) + 1;
    sum += at + 1;
  }
  return { n, sum, counts };
}
const answers = { scale: { low: 1, high: 5 }, chance: random };

function time(name: string, limit: number, runs: number, run: () => void, warmUp = 0): void {
  for (let at = 0; at < warmUp; at++) run();
  const times: number[] = [];
  for (let at = 0; at < runs; at++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(runs / 2)] ?? 0;
  const worst = times[runs - 1] ?? 0;
  process.stdout.write(
    `${name}: median ${median.toFixed(2)} ms, worst ${worst.toFixed(2)} ms (limit ${limit} ms)\n`,
  );
}

function report(): void {
  const scale = { low: 1, high: 5, centre: 3 };
  const competencies = Array.from({ length: 13 }, (_, c) => ({
    id: `c${c}`,
    hat: c === 12 ? null : c < 6 ? "managing" : "leading",
  }));
  const items = Array.from({ length: 52 }, (_, i) => ({
    id: `i${i}`,
    competency: `c${Math.floor(i / 4)}`,
    scale,
  }));
  const counts = { self: 1, manager: 1, peer: 5, report: 6, other: 2 };
  const responses = Object.entries(counts).flatMap(([relationship, n]) =>
    Array.from({ length: n }, () => ({
      relationship,
      ratings: items.map(() => (random() < 0.05 ? null : 1 + below(5))),
    })),
  );
  const input = { items, competencies, responses, chance: random };
  const run = () => discloseReportFigures(input, standardPolicy);
  time("report, 52 items, 15 raters", 1, 500, run, 500);
}

function table(): void {
  for (const mean of [5, 20, 60]) {
    const cells = Array.from({ length: 200 }, () =>
      Array.from({ length: 20 }, () => answered(Math.floor(-mean * Math.log(1 - random())))),
    );
    const rows = cells.map((_, r) => `r${r}`);
    const columns = Array.from({ length: 20 }, (_, c) => `c${c}`);
    const input = { rows, columns, cells, answers };
    time(`table 200 x 20, about ${mean} a cell`, 100, 11, () =>
      protectTable(input, standardPolicy),
    );
  }
}

function tree(): void {
  const nodes = Array.from({ length: 5000 }, (_, at) => {
    return {
      id: `d${at}`,
      parent: at === 0 ? null : `d${Math.floor((at - 1) / (2 + (at % 5)))}`,
      ...answered(below(12)),
    };
  });
  time("tree of 5,000 departments", 200, 11, () => protectTree(nodes, standardPolicy, answers));
}

function ledger(): void {
  const people = 100_000;
  const sizes = [300, 6, 12, 5, 3];
  const attributes = sizes.map((size) =>
    // Skewed, as departments and countries are.
    Uint16Array.from({ length: people }, () => Math.floor(size * random() ** 2)),
  );
  const cut = () => {
    const filters = sizes.flatMap((size, a) => {
      if (random() > 0.35) return [];
      const values = new Set(Array.from({ length: 1 + below(3) }, () => below(size)));
      return [{ own: attributes[a], values }];
    });
    if (filters.length === 0) return null;
    const list: number[] = [];
    for (let p = 0; p < people; p++) {
      if (filters.every(({ own, values }) => values.has(own?.[p] ?? -1))) list.push(p);
    }
    return list.length > 0 ? list : null;
  };
  const book = QueryLedger.over(people, 5);
  let answered = 0;
  let asked = 0;
  const questions: number[][] = [];
  while (questions.length < 1300) {
    const made = cut();
    if (made !== null) questions.push(made);
  }
  let next = 0;
  time("ledger while it fills, 100,000 people", 20, 1000, () => {
    asked++;
    if (book.ask(questions[next++] ?? []).answered) answered++;
  });
  process.stdout.write(`ledger: ${answered} of the first ${asked} cuts answered\n`);
  let at = 1000;
  time("ledger after 1,000 cuts, 100,000 people", 20, 300, () => {
    book.ask(questions[at++] ?? []);
  });
}

report();
table();
tree();
ledger();

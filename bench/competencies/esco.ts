/**
 * node bench/competencies/esco.ts [skills]: tables of as many skills, groups and relations as ESCO has, in its columns,
 * read as uploads are (each in a process of its own), put together and made ready to be kept. Target: 13,500 skills in
 * under 10 s of computing, that of the processes included. Ends with 1 when it takes longer. Computing is read from
 * /proc, so that how busy the machine is doesn't count; without it, time on the clock is taken.
 */
import { readFileSync } from "node:fs";
import type * as Placing from "../../app/features/frameworks/domain/exchange/place-in-pillar.ts";
import type * as Checking from "../../app/features/frameworks/domain/own/check-own-framework.ts";
import type * as Reader from "../../app/features/frameworks/own/read-framework-file.server.ts";
import type * as Tables from "../../app/platform/tables/read-table.server.ts";
import { openApp } from "../support/load-app.ts";

const TARGET = 10;
const skills = Number(process.argv[2] ?? 13_500);
const groups = Math.ceil(skills / 21);
const uri = (kind: string, at: number) => `http://data.europa.eu/esco/${kind}/${at}`;
const count = <Row>(many: number, row: (at: number) => Row) =>
  Array.from({ length: many }, (_, at) => row(at));

const HEADER = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description";
const skillRows = count(skills, (at) => {
  const names = Array.from({ length: at % 9 }, (_each, name) => `other name ${name} of ${at}`);
  const about = `What somebody does who can do this, in a sentence or two, with "signs". ${at}`;
  return [
    ...["KnowledgeSkillCompetence", uri("skill", at), "knowledge", "cross-sector"],
    ...[
      `skill ${at % 13_000}`,
      `"${names.join("\n")}"`,
      `"${about.replaceAll('"', '""').repeat(3)}"`,
    ],
  ].join(",");
});
const LEVELS = count(4, (at) => `Level ${at} URI,Level ${at} preferred term`).join(",");
const treeRows = count(groups, (at) => {
  const way = [at];
  while ((way[0] ?? 0) > 0) way.unshift(Math.floor(((way[0] ?? 0) - 1) / 9));
  return count(4, (level) => (way[level] === undefined ? "," : `${uri("group", way[level])},g`));
});
const relationRows = count(skills * 1.5, (at) =>
  [
    "KnowledgeSkillCompetence",
    uri("skill", at % skills),
    "SkillGroup",
    uri("group", at % groups),
  ].join(","),
);
const file = (header: string, rows: readonly string[]) => Buffer.from([header, ...rows].join("\n"));
const content = file(HEADER, skillRows);
const tree = file(
  LEVELS,
  treeRows.map((row) => row.join(",")),
);
const relations = file("conceptType,conceptUri,broaderType,broaderUri", relationRows);

/** Seconds that this process computed, and the processes that it waited for. */
function computed(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

const { load, close } = await openApp();
const features = "/app/features/frameworks";
const { readFrameworkFile, LIMITS } = await load<typeof Reader>(
  `${features}/own/read-framework-file.server.ts`,
);
const { placeInPillar } = await load<typeof Placing>(
  `${features}/domain/exchange/place-in-pillar.ts`,
);
const { checkOwnFramework } = await load<typeof Checking>(
  `${features}/domain/own/check-own-framework.ts`,
);
const { readTable } = await load<typeof Tables>("/app/platform/tables/read-table.server.ts");

const steps: string[] = [];
let last = computed();
const start = last;
const clock = performance.now();
function step(name: string): void {
  const now = computed();
  steps.push(`${name} ${(now - last).toFixed(2)} s`);
  last = now;
}

const about = { name: "ESCO", language: "en", levelNames: ["1", "2", "3"] };
const found = await readFrameworkFile(
  { organisationId: "bench" },
  { name: "s.csv", content },
  about,
);
if (!found.ok) throw new Error(found.reason);
let framework = found.value.read.framework;
step("skills");
for (const [name, bytes] of [
  ["tree", tree],
  ["relations", relations],
] as const) {
  const read = await readTable(bytes, { owner: "bench", limits: LIMITS, isWanted: () => true });
  if (!read.ok || !framework) throw new Error(`${name}: not read`);
  const placed = placeInPillar(framework, read.rows);
  if (!placed || placed.problems.length > 0) throw new Error(`${name}: refused`);
  framework = placed.framework;
  step(name);
}
const wrong = framework ? checkOwnFramework(framework).length : 1;
const kept = JSON.stringify(framework).length;
step("ready");
const [seconds, onTheClock] = [last - start, (performance.now() - clock) / 1000];
await close();

const placed = framework?.competencies.filter(({ group }) => group !== null).length ?? 0;
const size = (content.length / 2 ** 20).toFixed(1);
process.stdout.write(
  `${placed} skills of ${size} MB in ${framework?.groups.length} groups: ${seconds.toFixed(2)} s of computing, target ${TARGET} s (${steps.join(", ")}); ${onTheClock.toFixed(1)} s on the clock; ${(kept / 2 ** 20).toFixed(1)} MB kept\n`,
);
if (placed !== skills || wrong > 0 || seconds > TARGET) process.exitCode = 1;

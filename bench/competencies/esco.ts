/**
 * node bench/competencies/esco.ts [skills]: a table of as many skills as ESCO has, in its columns, read as an upload is
 * (in a process of its own) and checked. Target: 13,500 in under 10 s. Ends with 1 when it takes longer.
 */
import type * as Reader from "../../app/features/frameworks/own/read-framework-file.server.ts";
import { openApp } from "../support/load-app.ts";

const TARGET = 10;
const skills = Number(process.argv[2] ?? 13_500);
const HEADER = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description";
const rows = Array.from({ length: skills }, (_, at) => {
  const names = Array.from({ length: at % 9 }, (_each, name) => `other name ${name} of ${at}`);
  const about = `What somebody does who can do this, in a sentence or two, with "signs". ${at}`;
  return [
    ...["KnowledgeSkillCompetence", `http://example.org/skill/${at}`, "knowledge", "cross-sector"],
    ...[
      `skill ${at % 13_000}`,
      `"${names.join("\n")}"`,
      `"${about.replaceAll('"', '""').repeat(3)}"`,
    ],
  ].join(",");
});
const content = Buffer.from([HEADER, ...rows].join("\n"));

const { load, close } = await openApp();
const { readFrameworkFile } = await load<typeof Reader>(
  "/app/features/frameworks/own/read-framework-file.server.ts",
);
const about = { name: "ESCO", language: "en", levelNames: ["1", "2", "3"] };
const start = performance.now();
const before = process.cpuUsage();
const found = await readFrameworkFile(
  { organisationId: "bench" },
  { name: "skills.csv", content },
  about,
);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
const here = ((user + system) / 1e6).toFixed(2);
await close();
if (!found.ok) throw new Error(found.reason);
const read = found.value.read.framework?.competencies.length ?? 0;
const size = (content.length / 2 ** 20).toFixed(1);
process.stdout.write(
  `${read} skills of ${size} MB in ${seconds.toFixed(2)} s, target ${TARGET} s\n`,
);
if (read !== skills || seconds > TARGET) process.exitCode = 1;

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Lock, licenceProblems } from "./support/licence-problems.ts";
import { root } from "./support/run.ts";

const lock = JSON.parse(readFileSync(resolve(root, "package-lock.json"), "utf8")) as Lock;
const problems = licenceProblems(lock);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

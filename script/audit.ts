import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { askForWeaknesses } from "./support/ask-for-weaknesses.ts";
import { root } from "./support/run.ts";

const lock = JSON.parse(readFileSync(resolve(root, "package-lock.json"), "utf8"));
const found = await askForWeaknesses(lock);
if (found.answered) {
  for (const each of [...found.refused, ...found.told]) console.log(each);
  process.exitCode = found.refused.length === 0 ? 0 : 1;
} else {
  console.log(`not asked: no registry answers (${found.why})`);
}

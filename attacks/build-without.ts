import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { root } from "../e2e/support/program.ts";
import type { Rule } from "./attack.ts";

const SOURCES = [
  "app",
  "bin",
  "cli",
  "content",
  "migrations",
  "packages",
  "public",
  "server",
  "package.json",
  "react-router.config.ts",
  "tsconfig.json",
  "vite.config.ts",
];

/**
 * The product built from a copy of its sources in which one rule is switched off; the product itself has no such
 * switch.
 * @returns the folder of the copy.
 * @throws when the rule is not where it is said to be: then the attack would prove nothing.
 */
export function buildWithout({ file, from, to }: Rule, name: string): string {
  const copy = join(root, ".tmp/attacks", name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const source of SOURCES) cpSync(join(root, source), join(copy, source), { recursive: true });
  linkModules(copy);
  const text = readFileSync(join(copy, file), "utf8");
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(join(copy, file), text.replace(from, to));
  const log = join(copy, "build.log");
  const program = join(root, "node_modules/.bin/react-router");
  try {
    const output = execFileSync(program, ["build"], { cwd: copy, stdio: "pipe" });
    writeFileSync(log, output);
  } catch (error) {
    throw new Error(`the product does not build without ${file}: ${from}`, { cause: error });
  }
  return copy;
}

/** Every package is that of the product, but for its own, which are the copy's. */
function linkModules(copy: string): void {
  const modules = join(root, "node_modules");
  const own = join(copy, "node_modules");
  mkdirSync(join(own, "@twohats"), { recursive: true });
  for (const name of readdirSync(modules)) {
    if (name !== "@twohats") symlinkSync(join(modules, name), join(own, name));
  }
  for (const name of readdirSync(join(modules, "@twohats")))
    symlinkSync(join(copy, "packages", name), join(own, "@twohats", name));
}

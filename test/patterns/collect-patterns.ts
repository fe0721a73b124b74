import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseSync } from "@swc/core";

/** A regular expression of ours and where it stands. */
export type Pattern = { file: string; source: string; flags: string };

/** Everything of ours, with the patterns written in it and how many more it makes while it runs. */
export type Collected = { patterns: Pattern[]; made: { file: string; count: number }[] };

const root = resolve(import.meta.dirname, "../..");
const SHIPPED = ["app", "cli", "packages", "server"];
const NOT_SHIPPED = /\.test\.tsx?$/;

/** Every regular expression in what ships, read from its syntax tree. */
export function collectPatterns(): Collected {
  const collected: Collected = { patterns: [], made: [] };
  for (const file of SHIPPED.flatMap((folder) => [...sources(folder)])) {
    const tree = parseSync(readFileSync(join(root, file), "utf8"), {
      syntax: "typescript",
      tsx: file.endsWith("x"),
      target: "es2024",
    });
    let count = 0;
    for (const node of nodesOf(tree)) {
      if (node.type === "RegExpLiteral")
        collected.patterns.push({ file, source: String(node.pattern), flags: String(node.flags) });
      if (makesPattern(node)) count += 1;
    }
    if (count > 0) collected.made.push({ file, count });
  }
  return collected;
}

/**
 * The patterns that a module makes from texts when it is loaded, caught as they are made.
 * @returns fewer than are written in it when some are made later.
 */
export async function patternsMadeBy(file: string): Promise<Pattern[]> {
  const caught: Pattern[] = [];
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, given, asked) {
      const made: RegExp = Reflect.construct(target, given, asked);
      if (new Error().stack?.includes(file))
        caught.push({ file, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    // Loaded anew: another test may have had it already.
    await import(/* @vite-ignore */ `${join(root, file)}?patterns`);
  } finally {
    globalThis.RegExp = own;
  }
  return caught;
}

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["node_modules", "testing", "attacks"].includes(entry.name)) yield* sources(path);
    } else if (/\.tsx?$/.test(entry.name) && !NOT_SHIPPED.test(entry.name)) yield path;
  }
}

type Node = { type: string } & Record<string, unknown>;

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && typeof value.type === "string") yield value as Node;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

function makesPattern({ type, callee }: Node): boolean {
  if (type !== "NewExpression" && type !== "CallExpression") return false;
  return (
    typeof callee === "object" && callee !== null && "value" in callee && callee.value === "RegExp"
  );
}

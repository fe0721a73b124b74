import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const WIDEST = 120;
/** A directive to Biome has to stand on one line. */
const DIRECTIVE = /biome-ignore/;

/** The lines of a source that hold nothing but a comment and are wider than a page. */
function wideComments(source: string): number[] {
  return source.split("\n").flatMap((line, at) => {
    const isComment = /^\s*(\/\/|\/\*|\*\s)/.test(line) && !DIRECTIVE.test(line);
    return isComment && line.length > WIDEST ? [at + 1] : [];
  });
}

test("comments are no wider than 120", () => {
  const files = execFileSync("git", ["ls-files", "-z", "*.ts", "*.tsx", "*.mjs", "*.css"])
    .toString()
    .split("\0")
    .filter((file) => file !== "" && !file.endsWith(".gen.ts"));
  expect(files.length).toBeGreaterThan(1_000);
  const wide = files.flatMap((file) =>
    wideComments(readFileSync(file, "utf8")).map((line) => `${file}:${line}`),
  );
  expect(wide).toEqual([]);
});

test("a wide comment is seen, wide code and a directive are not", () => {
  const words = "word ".repeat(30);
  const source = [
    `// ${words}`,
    ` * ${words}`,
    `const a = "${words}";`,
    `// biome-ignore x: ${words}`,
  ];
  expect(wideComments(source.join("\n"))).toEqual([1, 2]);
});

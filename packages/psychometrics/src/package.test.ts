import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import * as source from "./index.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const compiler = join(folder, "../../node_modules/.bin/tsc");

test("builds on its own into modules and types that need nothing else", {
  timeout: 60_000,
}, async () => {
  const out = mkdtempSync(join(tmpdir(), "psychometrics-"));
  try {
    execFileSync(compiler, ["-p", "tsconfig.build.json", "--outDir", out], { cwd: folder });
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    const files = globSync("**/*.{js,d.ts}", { cwd: out });
    expect(files.filter((file) => file.includes(".test."))).toEqual([]);
    for (const file of files) {
      const text = readFileSync(join(out, file), "utf8");
      const imports = [...text.matchAll(/^(?:import|export|\})[^"\n]* from "([^"]+)"/gm)].map(
        ([, from]) => from,
      );
      expect(imports.length).toBe(text.match(/^(import|export .* from |\} from )/gm)?.length ?? 0);
      for (const from of imports) expect(from, file).toMatch(/^\.{1,2}\/.*\.(js|ts)$/);
    }
    const built = await import(pathToFileURL(join(out, "index.js")).href);
    expect(Object.keys(built).sort()).toEqual(Object.keys(source).sort());
    expect(built.meanInterval([3, 4, 4, 2, 5])).toEqual(source.meanInterval([3, 4, 4, 2, 5]));
  } finally {
    rmSync(out, { recursive: true });
  }
});

test("depends on nothing, and what is published is built by its own script", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.peerDependencies).toBeUndefined();
  expect(manifest.type).toBe("module");
  expect(manifest.scripts.build).toContain("tsconfig.build.json");
});

import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeEach, expect, test } from "vitest";

// A checkout after `npm install`, where nothing was built.
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "twohats-unbuilt-"));
  mkdirSync(join(checkout, "bin"));
  cpSync("bin/twohats", join(checkout, "bin/twohats"));
  for (const name of ["app", "cli", "packages", "node_modules", "package.json"])
    symlinkSync(resolve(name), join(checkout, name));
  return () => rmSync(checkout, { recursive: true, force: true });
});

function twohats(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((done) => {
    execFile(join(checkout, "bin/twohats"), args, { cwd: checkout }, (error, out, err) =>
      done({ code: error ? error.code : 0, out, err }),
    );
  });
}

test("scoring needs no build", async () => {
  writeFileSync(join(checkout, "r.csv"), "participant,rater,value\na,x,1\na,y,3\nb,x,2\nb,y,5\n");
  const { code, out, err } = await twohats("score", "r.csv", "--out", "results");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("Ratings 4, participants 2, raters 2");
  expect(readdirSync(join(checkout, "results"))).toEqual(["participants.csv", "results.json"]);
});

test("its refusals are words there too, and help is to be had", async () => {
  const { code, err } = await twohats("score", "nowhere.csv");
  expect(code).toBe(1);
  expect(err).toContain("nowhere.csv");
  expect(err).not.toMatch(/^\s+at /m);
  expect((await twohats("--help")).out).toMatch(/^ {2}score\b/m);
});

test("what needs pages says which commands build them", async () => {
  for (const word of ["serve", "demo", "migrate"]) {
    const { code, err } = await twohats(word);
    expect([word, code]).toEqual([word, 1]);
    expect(err).toMatch(/not built yet\. Run in \S+: npm install && npm run build$/m);
  }
});

test("without packages it says how to get them", async () => {
  rmSync(join(checkout, "node_modules"));
  const { code, err } = await twohats("score", "r.csv");
  expect(code).toBe(1);
  expect(err).toContain("npm install");
});

import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { askForWeaknesses } from "./ask-for-weaknesses.ts";
import { root } from "./run.ts";
import { weaknessesIn } from "./weaknesses.ts";

const lock = JSON.parse(readFileSync(resolve(root, "package-lock.json"), "utf8"));
const of = (severity: string, node: string, via: unknown[] = [{ title: "Hole", url: "u" }]) => ({
  ...{ severity, via, nodes: [node] },
});
const reportOf = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities });
const packages = {
  "node_modules/pg": {},
  "node_modules/vitest": { dev: true },
  "node_modules/vitest/node_modules/pg": { dev: true },
};

test("what we ship has no weakness but a slight one; tools and slight ones are told", () => {
  const printed = reportOf({
    pg: of("moderate", "node_modules/pg", ["parser", { title: "Hole", url: "https://a.test/1" }]),
    mild: of("low", "node_modules/pg"),
    vitest: of("critical", "node_modules/vitest"),
    old: of("high", "node_modules/vitest/node_modules/pg"),
  });
  expect(weaknessesIn(printed, { packages })).toEqual({
    answered: true,
    refused: ["pg: moderate, by parser; Hole (https://a.test/1)"],
    told: [
      "mild: low, Hole (u)",
      "vitest, a tool: critical, Hole (u)",
      "old, a tool: high, Hole (u)",
    ],
  });
});

test("a package that the lock file does not know counts as shipped", () => {
  const found = weaknessesIn(reportOf({ x: of("high", "node_modules/x") }), { packages });
  expect(found).toMatchObject({ refused: [expect.stringContaining("x: high")] });
});

test("no weakness is an answer, and anything else than a report is none", () => {
  expect(weaknessesIn(reportOf({}), { packages })).toEqual({
    ...{ answered: true, refused: [], told: [] },
  });
  for (const [printed, why] of [
    ['npm warn x\n{"message":"405 Method Not Allowed","error":{}}\nnpm error', "405 Method"],
    ["npm: command not found\n", "npm: command"],
    ["", ""],
    [reportOf({ x: { severity: "other" } }), ""],
  ] as const)
    expect(weaknessesIn(printed, { packages })).toEqual({
      ...{ answered: false, why: expect.stringContaining(why) },
    });
});

let registry: Server | null = null;
afterEach(() => registry?.close());

/** A registry on this machine that answers npm's own client. @returns its address, and what it was asked about. */
async function registryWith(advisories: object, status = 200) {
  const asked: Record<string, string[]>[] = [];
  registry = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const isBulk = request.url === "/-/npm/v1/security/advisories/bulk";
      if (isBulk) {
        const body = Buffer.concat(parts);
        const zipped = request.headers["content-encoding"] === "gzip";
        asked.push(JSON.parse((zipped ? gunzipSync(body) : body).toString("utf8")));
      }
      answer.writeHead(isBulk ? status : 404, { "content-type": "application/json" });
      answer.end(JSON.stringify(isBulk ? advisories : {}));
    });
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => registry?.once("listening", listening));
  const address = registry.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { asked, at: [`--registry=http://127.0.0.1:${address.port}/`] };
}

test("the registry's own client asks it about all that is installed, and its answer is read", async () => {
  const one = { id: 1, url: "https://a.test/1", title: "Hole", severity: "high" };
  const { asked, at } = await registryWith({
    "csv-parse": [{ ...one, vulnerable_versions: "<99" }],
  });
  expect(await askForWeaknesses(lock, at)).toEqual({
    answered: true,
    refused: ["csv-parse: high, Hole (https://a.test/1)"],
    told: [],
  });
  expect(asked[0]).toMatchObject({
    "better-auth": [lock.packages["node_modules/better-auth"].version],
  });
}, 120_000);

test("a registry that does not answer such questions is told from one that knows nothing", async () => {
  const none = await registryWith({});
  expect(await askForWeaknesses(lock, none.at)).toMatchObject({ answered: true, refused: [] });
  registry?.close();
  const { at } = await registryWith({}, 405);
  const found = await askForWeaknesses(lock, at);
  expect(found).toMatchObject({ answered: false, why: expect.stringContaining("405") });
}, 120_000);

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { features } from "../../app/features.ts";
import { manifestsOf } from "../../app/platform/feature/feature.server.ts";

const someone = { organisationId: "o", accountId: "a", personId: "p" };
const actors: Record<string, Actor> = {
  administrator: { ...someone, role: "admin" },
  "administrator outside the directory": { ...someone, personId: null, role: "admin" },
  colleague: { ...someone, role: "member" },
  "account outside the directory": { ...someone, personId: null, role: "member" },
  "whoever left": { ...someone, role: "leaver" },
};

test("docs/abilities.md says what each of whoever is signed in may do at all", async () => {
  const rows = (await manifestsOf<Actor>(features)).flatMap(({ name, abilities = {} }) =>
    Object.entries(abilities).map(([ability, may]) => [
      `${name}: ${ability}`,
      ...Object.values(actors).map((actor) => (may(actor) ? "yes" : "–")),
    ]),
  );
  const told = readFileSync("docs/abilities.md", "utf8")
    .split("\n")
    .filter((line) => /^\| +[^-]/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(told).toEqual([["", ...Object.keys(actors)], ...rows]);
});

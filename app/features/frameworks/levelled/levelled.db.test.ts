import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { builtInFramework, builtInFrameworks } from "../built-in.server.ts";
import { beginOwnFramework } from "../own/begin-own-framework.server.ts";
import { publishOwnFramework } from "../own/publish-own-framework.server.ts";
import { keepFrameworks } from "../store.server.ts";
import { ownFramework } from "../testing/own-framework.ts";
import { levelHistory, levelledFramework, levelledFrameworks } from "./levelled-reads.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let elsewhere: TestOrganisation;
let ownId: string;
beforeAll(async () => {
  db = await createTestDatabase();
  home = await createTestOrganisation(db.platform);
  elsewhere = await createTestOrganisation(db.platform);
  await inOrganisation(db.platform, home, (tx) => keepFrameworks(tx, builtInFrameworks()));
  const begun = await beginOwnFramework(db.platform, home.admin, ownFramework(), "new");
  if (!begun.ok) throw new Error(begun.reason);
  ownId = begun.value.id;
  await publishOwnFramework(db.platform, home.admin, { id: ownId, revision: 1 });
});
afterAll(() => db.close());

const read = (framework: string, version?: number, actor = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => levelledFramework(tx, actor, framework, version));

test("a built-in framework and an own one are addressed alike, with anchors on every level", async () => {
  const list = await inOrganisation(db.platform, home, (tx) => levelledFrameworks(tx, home.admin));
  expect(list).toEqual([
    { framework: "both-hats", version: 2, name: builtInFramework().name },
    { framework: ownId, version: 1, name: "On the water" },
  ]);
  const builtIn = await read("both-hats");
  expect(builtIn).toMatchObject({ framework: "both-hats", version: 2 });
  expect(builtIn?.levels).toHaveLength(5);
  expect(builtIn?.hats.map(({ key }) => key)).toEqual(["managing", "leading"]);
  expect(builtIn?.competencies).toHaveLength(13);
  const [goals] = builtIn?.competencies ?? [];
  expect(goals).toMatchObject({ id: "setting-goals", hat: "managing" });
  expect(goals?.anchors).toEqual(
    builtInFramework().competencies[0]?.levels.map(({ anchor }) => anchor),
  );
  const own = await read(ownId, 1);
  expect(own?.hats).toEqual([]);
  expect(own?.competencies.map(({ id, group }) => [id, group])).toEqual([
    ["mooring", "The ship"],
    ["pumps", "The engine"],
    ["watch", null],
  ]);
  expect(own?.competencies[0]?.anchors[2]).toBe("Does mooring and shows others how");
});

test("nobody elsewhere reads an own one, and whoever left reads none; unknown looks the same", async () => {
  expect(await read(ownId, undefined, elsewhere.admin)).toBeNull();
  expect(await read("both-hats", undefined, { ...home.admin, role: "leaver" })).toBeNull();
  expect(await read(newId())).toBeNull();
  expect(await read(ownId, 2)).toBeNull();
  expect(await read("both-hats", 9)).toBeNull();
  expect(await read("nothing")).toBeNull();
});

test("the history of either kind says what became of each competency", async () => {
  const history = (framework: string) =>
    inOrganisation(db.platform, home, (tx) => levelHistory(tx, home, framework));
  expect(await history(ownId)).toMatchObject([{ version: 1, levels: 3 }]);
  const builtIn = await history("both-hats");
  expect(builtIn).toMatchObject([
    { version: 1, levels: 5 },
    { version: 2, levels: 5 },
  ]);
  // Version 2 says every level anew.
  expect(builtIn.map(({ changes }) => [...new Set(changes.map(({ kind }) => kind))])).toEqual([
    ["new"],
    ["reworded"],
  ]);
  expect(builtIn.map(({ changes }) => changes.length)).toEqual([13, 13]);
});

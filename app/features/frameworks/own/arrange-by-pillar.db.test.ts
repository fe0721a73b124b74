import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { ownFramework } from "../testing/own-framework.ts";
import { arrangeByPillar } from "./arrange-by-pillar.server.ts";
import { beginOwnFramework } from "./begin-own-framework.server.ts";
import { importOwnFramework } from "./import-own-framework.server.ts";
import { ownDraft } from "./own-framework-reads.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
});

const file = (name: string, ...lines: string[]) => ({
  name,
  content: Buffer.from(lines.join("\n")),
});
const skills = file(
  "skills_en.csv",
  "conceptType,conceptUri,preferredLabel",
  "KnowledgeSkillCompetence,u:1,moor",
  "KnowledgeSkillCompetence,u:2,steer",
);
const tree = file(
  "skillsHierarchy_en.csv",
  "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term",
  "g:s,skills,,",
  "g:s,skills,g:s1,on deck",
  "g:s,skills,g:s1,on deck",
  "g:x,nowhere,g:x1,orphan",
);
const relations = file(
  "broaderRelationsSkillPillar_en.csv",
  "conceptType,conceptUri,broaderType,broaderUri",
  "KnowledgeSkillCompetence,u:1,SkillGroup,g:s1",
  "KnowledgeSkillCompetence,u:9,SkillGroup,g:s1",
);

async function begun(): Promise<string> {
  const about = { language: "en", levelNames: ["One", "Two"] };
  const outcome = await importOwnFramework(db.platform, home.admin, skills, about);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

const arrange = (id: string, revision: number, with_: typeof tree, actor = home.admin) =>
  arrangeByPillar(db.platform, actor, { id, revision }, with_);
const draftOf = async (id: string) =>
  (await inOrganisation(db.platform, home, (tx) => ownDraft(tx, home.admin, id)))!;

test("the tree and then the relations put ESCO's skills into groups, and what was refused stands in the draft", async () => {
  const id = await begun();
  expect(await arrange(id, 1, tree)).toEqual({ ok: true, value: { revision: 2 } });
  expect((await draftOf(id)).reading).toEqual({
    ...{ file: tree.name, format: "esco-tree", refused: 2, notes: [] },
    problems: [
      { row: 4, field: "Level 1 URI", code: "duplicate-id", values: { id: "g:s1" } },
      { row: 5, field: "Level 1 URI", code: "unknown-group", values: { id: "g:x" } },
    ],
  });
  expect(await arrange(id, 2, relations)).toMatchObject({ ok: true });
  const { definition, reading } = await draftOf(id);
  expect(definition.groups.map(({ id, parent }) => [id, parent])).toEqual([
    ["g:s", null],
    ["g:s1", "g:s"],
  ]);
  expect(definition.competencies.map(({ id, group }) => [id, group])).toEqual([
    ["u:1", "g:s1"],
    ["u:2", null],
  ]);
  expect(reading?.problems).toMatchObject([{ row: 3, code: "not-in-draft" }]);
});

test("a draft that changed since, and a file of which nothing fits, are left as they are", async () => {
  const id = await begun();
  const before = await draftOf(id);
  expect(await arrange(id, 7, tree)).toMatchObject({
    problems: [{ code: "changed-meanwhile" }],
  });
  expect(await arrange(id, 1, relations)).toMatchObject({
    reason: "nothing-read",
    rows: [{ row: 2 }, { row: 3 }],
  });
  expect(await arrange(id, 1, file("people.csv", "Date,Amount", "1,2"))).toEqual({
    ...{ ok: false, reason: "no-pillar" },
  });
  expect(await arrange(id, 1, file("empty.csv"))).toEqual({ ok: false, reason: "file-empty" });
  expect(await draftOf(id)).toEqual(before);
});

test("members, other organisations and frameworks that are not of ESCO are refused alike", async () => {
  const id = await begun();
  const other = await createTestOrganisation(db.platform);
  expect(await arrange(id, 1, tree, home.member())).toEqual({ ok: false, reason: "not-allowed" });
  expect(await arrange(id, 1, tree, other.admin)).toEqual({ ok: false, reason: "unknown" });
  expect(await arrange("no-id", 1, tree)).toEqual({ ok: false, reason: "unknown" });
  const own = await beginOwnFramework(db.platform, home.admin, ownFramework(), "new");
  if (!own.ok) throw new Error(own.reason);
  expect(await arrange(own.value.id, 1, tree)).toEqual({ ok: false, reason: "unknown" });
});

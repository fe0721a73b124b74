import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { competency, ownFramework } from "../testing/own-framework.ts";
import { beginOwnFramework } from "./begin-own-framework.server.ts";
import { discardOwnDraft } from "./discard-own-draft.server.ts";
import { editOwnDraft } from "./edit-own-draft.server.ts";
import { openNextDraft } from "./open-next-draft.server.ts";
import {
  ownDraft,
  ownFrameworks,
  ownVersion,
  usedCompetencies,
  versionHistory,
} from "./own-framework-reads.server.ts";
import { publishOwnFramework } from "./publish-own-framework.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
});

type Asker = TestOrganisation["admin"];
const list = (actor: Asker = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => ownFrameworks(tx, actor));
const draftOf = (id: string, actor: Asker = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => ownDraft(tx, actor, id));
const versionOf = (id: string, version?: number, actor: Asker = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => ownVersion(tx, actor, id, version));

async function begun(definition = ownFramework()): Promise<string> {
  const outcome = await beginOwnFramework(db.platform, home.admin, definition, "new");
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}

const edit = (
  target: { id: string; revision: number },
  by: Parameters<typeof editOwnDraft>[3],
  actor: Asker = home.admin,
) => editOwnDraft(db.platform, actor, target, by);
const publish = (id: string, revision = 1, actor: Asker = home.admin) =>
  publishOwnFramework(db.platform, actor, { id, revision });

const acts = async (id: string) => {
  const { rows } = await db.owner.query<{ action: string; detail: Record<string, unknown> }>(
    "SELECT action, detail FROM audit_record WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
    [home.organisationId, id],
  );
  return rows;
};

test("a draft is edited and published; the next version splits one, and nothing of before is lost", async () => {
  const id = await begun();
  expect(await list()).toEqual([
    { id, name: "On the water", version: null, draft: { revision: 1 } },
  ]);
  const oars = { ...ownFramework().competencies[0]!, id: "oars", name: "Oars" };
  const added = await edit({ id, revision: 1 }, { kind: "put-competency", competency: oars });
  expect(added).toEqual({ ok: true, value: { revision: 2 } });
  expect(await publish(id, 2)).toEqual({ ok: true, value: { version: 1 } });
  expect(await draftOf(id)).toBeNull();

  expect(await openNextDraft(db.platform, home.admin, id)).toMatchObject({
    value: { opened: true },
  });
  expect(await openNextDraft(db.platform, home.admin, id)).toMatchObject({
    value: { opened: false },
  });
  const part = { ...oars, name: "Sweeps" };
  await edit(
    { id, revision: 1 },
    {
      kind: "put-competency",
      competency: { ...part, id: "sweeps" },
      origin: { from: ["oars"] },
    },
  );
  await edit({ id, revision: 2 }, { kind: "remove-competency", id: "watch" });
  expect(await publish(id, 3)).toEqual({ ok: true, value: { version: 2 } });

  const second = (await versionOf(id))!;
  expect(second).toMatchObject({ version: 2 });
  const split = second.changes.find(({ kind }) => kind === "split")!;
  expect(split.from).toEqual(["oars"]);
  // A part is not what the whole was, so it does not go by the whole's id.
  expect(split.to).not.toContain("oars");
  expect(split.to).toContain("sweeps");
  expect(second.changes).toContainEqual({ kind: "retired", from: ["watch"], to: [] });
  expect((await versionOf(id, 1))!.definition.competencies.map((each) => each.id)).toEqual([
    ...["mooring", "pumps", "watch", "oars"],
  ]);
  const history = await inOrganisation(db.platform, home, (tx) => versionHistory(tx, home, id));
  expect(history.map(({ version, levels }) => [version, levels])).toEqual([
    [1, 3],
    [2, 3],
  ]);
  const used = await inOrganisation(db.platform, home, (tx) => usedCompetencies(tx, home, id));
  expect(used).toEqual(new Set(["mooring", "pumps", "watch", "oars", ...split.to]));
  const recorded = await acts(id);
  expect(recorded.map(({ action }) => action)).toEqual([
    "own-framework.begun",
    "own-framework.edited",
    "own-framework.published",
    "own-framework.draft-opened",
    "own-framework.edited",
    "own-framework.edited",
    "own-framework.published",
  ]);
  expect(recorded.at(-1)!.detail).toMatchObject({ version: 2, same: 2, split: 1, retired: 1 });
});

test("a retired competency's id comes back as another's only under a new one", async () => {
  const id = await begun();
  await publish(id);
  await openNextDraft(db.platform, home.admin, id);
  await edit({ id, revision: 1 }, { kind: "remove-competency", id: "watch" });
  expect(await publish(id, 2)).toMatchObject({ ok: true });
  await openNextDraft(db.platform, home.admin, id);
  const again = { ...ownFramework().competencies[2]!, name: "Another watch" };
  await edit({ id, revision: 1 }, { kind: "put-competency", competency: again });
  expect(await publish(id, 2)).toMatchObject({ ok: true, value: { version: 3 } });
  const { changes } = (await versionOf(id))!;
  const [added] = changes.filter(({ kind }) => kind === "new");
  expect(added!.to).not.toEqual(["watch"]);
});

test("a published version never changes, not even for the application's own role", async () => {
  const id = await begun();
  await publish(id);
  for (const change of [
    "UPDATE own_framework_version SET name = 'x' WHERE framework_id = $1",
    "DELETE FROM own_framework_version WHERE framework_id = $1",
    "DELETE FROM own_competency WHERE framework_id = $1",
  ]) {
    await db.owner.query("BEGIN");
    await db.owner.query("SET LOCAL ROLE twohats_app");
    await db.owner.query("SELECT set_config('twohats.organisation_id', $1, true)", [
      home.organisationId,
    ]);
    await expect(db.owner.query(change, [id]), change).rejects.toThrow("permission denied");
    await db.owner.query("ROLLBACK");
  }
});

test("two tabs, what is gone, and what breaks the framework: told, and nothing changed", async () => {
  const id = await begun();
  const rename = (name: string) => ({
    kind: "put-competency" as const,
    competency: { ...ownFramework().competencies[0]!, name },
  });
  expect(await edit({ id, revision: 1 }, rename("First tab"))).toMatchObject({ ok: true });
  const stale = { reason: "problems", problems: [{ code: "changed-meanwhile" }] };
  expect(await edit({ id, revision: 1 }, rename("Second tab"))).toMatchObject(stale);
  expect(await publish(id, 1)).toMatchObject(stale);
  expect(await discardOwnDraft(db.platform, home.admin, { id, revision: 1 })).toMatchObject(stale);
  const target = { id, revision: 2 };
  expect(await edit(target, { kind: "remove-group", id: "ship" })).toMatchObject({
    problems: [{ code: "group-in-use" }],
  });
  const lost = { ...competency("a", "A", "nowhere"), description: "" };
  const put = { ...ownFramework().competencies[0]!, ...lost, anchors: [] };
  expect(await edit(target, { kind: "put-competency", competency: put })).toMatchObject({
    problems: [{ field: "competencies.3.group", code: "unknown-group" }],
  });
  expect((await draftOf(id))!).toMatchObject({ revision: 2 });
  expect((await draftOf(id))!.definition.competencies[0]!.name).toBe("First tab");
  const empty = await begun(ownFramework({ competencies: [] }));
  expect(await publish(empty)).toMatchObject({ problems: [{ code: "no-competencies" }] });
  const twice = ownFramework();
  twice.competencies.push(twice.competencies[0]!);
  expect(await beginOwnFramework(db.platform, home.admin, twice, "file")).toMatchObject({
    problems: [{ field: "competencies.3.id", code: "duplicate-id" }],
  });
  for (const unknown of [newId(), "no id"]) {
    const nowhere = { id: unknown, revision: 1 };
    expect(await edit(nowhere, rename("x"))).toMatchObject({ reason: "unknown" });
    expect(await publish(unknown)).toMatchObject({ reason: "unknown" });
    expect(await openNextDraft(db.platform, home.admin, unknown)).toMatchObject({
      reason: "unknown",
    });
    expect(await discardOwnDraft(db.platform, home.admin, nowhere)).toMatchObject({
      reason: "unknown",
    });
  }
});

test("a declaration that contradicts itself, or names what there is not, is refused", async () => {
  const id = await begun();
  await publish(id);
  await openNextDraft(db.platform, home.admin, id);
  const part = ownFramework().competencies[0]!;
  const put = (from: string[], revision: number) =>
    edit(
      { id, revision },
      { kind: "put-competency", competency: { ...part, id: "part" }, origin: { from } },
    );
  await put(["mooring", "watch"], 1);
  const refused = await publish(id, 2);
  expect(refused).toMatchObject({ problems: [{ code: "split-and-merged" }] });
  await put(["nothing"], 2);
  expect(await publish(id, 3)).toMatchObject({ problems: [{ code: "unknown-origin" }] });
  expect((await versionOf(id))!.version).toBe(1);
});

test("published twice at once, it is published once", async () => {
  const id = await begun();
  const outcomes = await Promise.all([publish(id), publish(id)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await versionOf(id))!.version).toBe(1);
});

test("a draft thrown away leaves what was published, or nothing at all", async () => {
  const id = await begun();
  const target = { id, revision: 1 };
  expect(await discardOwnDraft(db.platform, home.admin, target)).toMatchObject({
    value: { whole: true },
  });
  expect(await list()).toEqual([]);
  const kept = await begun();
  await publish(kept);
  await openNextDraft(db.platform, home.admin, kept);
  const next = { id: kept, revision: 1 };
  expect(await discardOwnDraft(db.platform, home.admin, next)).toMatchObject({
    value: { whole: false },
  });
  expect(await list()).toMatchObject([{ id: kept, version: { version: 1 }, draft: null }]);
});

test("members read what is published and no draft, leavers and other organisations nothing; none of them writes", async () => {
  const id = await begun();
  const member = home.member();
  const leaver = { ...member, role: "leaver" } as const;
  const { admin: stranger } = await createTestOrganisation(db.platform);
  expect(await list(member)).toEqual([]);
  await publish(id);
  await openNextDraft(db.platform, home.admin, id);
  expect(await list(member)).toMatchObject([{ id, draft: null, version: { version: 1 } }]);
  expect(await versionOf(id, 1, member)).toMatchObject({ version: 1 });
  for (const actor of [leaver, stranger]) {
    expect(await list(actor)).toEqual([]);
    expect(await versionOf(id, undefined, actor)).toBeNull();
  }
  for (const actor of [member, leaver, stranger]) {
    expect(await draftOf(id, actor)).toBeNull();
    const target = { id, revision: 1 };
    const reason = actor === stranger ? "unknown" : "not-allowed";
    const remove = { kind: "remove-competency", id: "watch" } as const;
    expect(await edit(target, remove, actor)).toMatchObject({ reason });
    expect(await publish(id, 1, actor)).toMatchObject({ reason });
    expect(await openNextDraft(db.platform, actor, id)).toMatchObject({ reason });
    expect(await discardOwnDraft(db.platform, actor, target)).toMatchObject({ reason });
  }
  expect(await beginOwnFramework(db.platform, member, ownFramework(), "new")).toMatchObject({
    reason: "not-allowed",
  });
  expect((await draftOf(id))!.revision).toBe(1);
});

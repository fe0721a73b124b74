import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { installBuiltIn } from "../instruments/install-built-in.server.ts";
import { instrumentChoices } from "../instruments/instrument-choices.server.ts";
import { instrumentsOver } from "../instruments/instrument-reads.server.ts";
import { ownDraft } from "../testing/own-draft.ts";
import { beginQuestionnaire } from "./begin-questionnaire.server.ts";
import { bringItems, settleBrought } from "./bring-items.server.ts";
import { conditionPage } from "./condition-page.server.ts";
import { discardQuestionnaire } from "./discard-questionnaire.server.ts";
import { draftPage } from "./draft-page.server.ts";
import { keptDraft, keptVersion, keptVersions } from "./draft-reads.server.ts";
import { editQuestionnaire } from "./edit-questionnaire.server.ts";
import { askedItem } from "./item-page.server.ts";
import { openNextDraft } from "./open-next-draft.server.ts";
import { previewPage } from "./preview-page.server.ts";
import { publishQuestionnaire } from "./publish-questionnaire.server.ts";
import { questionnairesPage } from "./questionnaires-page.server.ts";
import { saveItem } from "./save-item.server.ts";
import { versionPage } from "./version-page.server.ts";
import { wordsPage } from "./words-page.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  await inOrganisation(db.platform, home, (tx) => installBuiltIn(db.platform, tx, home));
});

type Asker = TestOrganisation["admin"];
const inHome = <Value>(
  read: (tx: Parameters<Parameters<typeof inOrganisation>[2]>[0]) => Promise<Value>,
) => inOrganisation(db.platform, home.admin, read);
const draftOf = (key: string) => inHome((tx) => keptDraft(tx, home.admin, key));
const choices = () => inHome((tx) => instrumentChoices(db.platform, tx, home.admin));

/** Two items for each hat's sake and one in one's own words: enough for a round of feedback. */
async function bridge() {
  const draft = await ownDraft(db.platform, home.admin);
  await draft.about("For those who keep a watch.");
  await draft.add("amount", { self: "Plan the watch ahead", measures: "planning-and-organising" });
  await draft.add("amount", { self: "Say where we are heading", measures: "vision-and-purpose" });
  await draft.add("text", {
    self: "What do you want to keep?",
    other: "What should {{name}} keep?",
    required: "",
  });
  return draft;
}

test("a draft becomes a version that rounds can choose, the next version another, and the first stays as it was", async () => {
  const draft = await bridge();
  expect(await draft.publish()).toBe(1);
  expect(await draftOf(draft.key)).toBeNull();
  const [chosen] = (await choices()).filter(({ name }) => name === "On the bridge");
  expect(chosen).toMatchObject({ items: 2, description: "For those who keep a watch." });
  const over = await inHome((tx) => instrumentsOver(tx, home.admin, "both-hats"));
  expect(over).toContain(chosen?.id);

  expect(await openNextDraft(db.platform, home.admin, draft.key)).toMatchObject({
    value: { opened: true },
  });
  expect(await openNextDraft(db.platform, home.admin, draft.key)).toMatchObject({
    value: { opened: false },
  });
  await draft.edit({ kind: "remove-item", key: "plan-the-watch-ahead" });
  // Nobody else gets the key of an item that a version had, whatever it is called.
  expect(
    await draft.add("amount", {
      self: "Plan the watch ahead",
      measures: "planning-and-organising",
    }),
  ).toBe("plan-the-watch-ahead-2");
  expect(await draft.publish()).toBe(2);
  const first = await inHome((tx) => keptVersion(tx, home.admin, draft.key, 1));
  expect(first?.instrument.items.map(({ key }) => key)).toContain("plan-the-watch-ahead");
  const kept = (await choices()).filter(({ name }) => name === "On the bridge");
  expect(kept).toHaveLength(1);
  expect(kept[0]?.id).not.toBe(chosen?.id);
  const { rows } = await db.owner.query<{ action: string }>(
    "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
    [home.organisationId, draft.id],
  );
  expect(rows.map(({ action }) => action).filter((each) => !each.endsWith("edited"))).toEqual([
    "questionnaire.begun",
    "questionnaire.published",
    "questionnaire.draft-opened",
    "questionnaire.published",
  ]);
});

test("the application can neither change nor remove a version", async () => {
  const draft = await bridge();
  await draft.publish();
  const changes = inHome((tx) =>
    tx
      .updateTable("instrument")
      .set({ name: "x" })
      .where("organisationId", "=", home.organisationId)
      .execute(),
  );
  await expect(changes).rejects.toThrow(/permission denied/);
  const removes = inHome((tx) =>
    tx.deleteFrom("instrument").where("organisationId", "=", home.organisationId).execute(),
  );
  await expect(removes).rejects.toThrow(/permission denied/);
});

test("a copy of a built-in one has its items and languages, and nothing to put right but what its new name is called there", async () => {
  await choices();
  const draft = await ownDraft(db.platform, home.admin, { name: "Ours", from: "both-hats-360" });
  const page = await inHome((tx) => draftPage(tx, home.admin, draft.key));
  expect(page).toMatchObject({ name: "Ours", count: 58, lacks: [] });
  // Its name alone is another one by now.
  expect(page?.problems).toEqual([
    {
      code: "no-words",
      place: { part: "language", language: "de", key: null },
      missing: { count: 1, first: ["Ours"] },
    },
  ]);
  await draft.edit({ kind: "put-words", language: "de", words: { name: "Unserer" } });
  await draft.publish();
  const [ours, whole] = await inHome((tx) =>
    Promise.all([
      keptVersion(tx, home.admin, draft.key),
      keptVersion(tx, home.admin, "both-hats-360"),
    ]),
  );
  expect(ours?.instrument).toEqual({
    ...whole?.instrument,
    ...{ key: draft.key, version: 1, name: "Ours" },
    translations: expect.objectContaining({
      de: { ...whole?.instrument.translations?.de, name: "Unserer" },
    }),
  });
});

test("what is not right stays a draft: a language with words missing, a name missing, a condition on an item that is gone", async () => {
  const draft = await bridge();
  await draft.edit({ kind: "add-language", language: "de" });
  await draft.edit({
    kind: "put-when",
    key: "say-where-we-are-heading",
    when: { item: "plan-the-watch-ahead", is: [-2] },
  });
  await draft.edit({ kind: "remove-item", key: "plan-the-watch-ahead" });
  await draft.add("truth", { self: "Keeps calm", scale: "truth" });
  const page = await inHome((tx) => draftPage(tx, home.admin, draft.key));
  expect(page?.problems.map(({ code, place }) => [code, place.part])).toEqual([
    ["unknown-item", "item"],
    ["name-not-once", "item"],
    ["no-words", "language"],
  ]);
  expect(page?.problems.at(-1)?.missing?.first[0]).toBe("On the bridge");
  expect(await publishQuestionnaire(db.platform, home.admin, draft.target())).toMatchObject({
    problems: [{ code: "not-ready", values: { count: 3 } }],
  });
});

test("a form that was opened before somebody else saved changes nothing", async () => {
  const draft = await bridge();
  const stale = { id: draft.id, revision: 2 };
  const refused = { reason: "problems", problems: [{ code: "changed-meanwhile" }] };
  const item = { self: "x", other: "", page: "page", measures: "", scale: "amount" };
  const before = await draftOf(draft.key);
  const which = { kind: "amount", item: null } as const;
  for (const outcome of [
    await editQuestionnaire(db.platform, home.admin, stale, { kind: "remove-page", key: "page" }),
    await saveItem(db.platform, home.admin, stale, which, item),
    await publishQuestionnaire(db.platform, home.admin, stale),
    await discardQuestionnaire(db.platform, home.admin, stale),
    await bringItems(db.platform, home.admin, stale, sheet("Self\nOne more")),
  ])
    expect(outcome).toMatchObject(refused);
  expect(await draftOf(draft.key)).toEqual(before);
});

const sheet = (text: string) => ({ name: "items.csv", content: Buffer.from(text) });

test("what a sheet brings stands in the draft once it was taken over, and once alone", async () => {
  const draft = await bridge();
  const brought = await bringItems(
    db.platform,
    home.admin,
    draft.target(),
    sheet(
      "Self;Kind;Options;Art\nWhere do you work?;Auswahl;Here|There;\nReads minds;Telepathy;;\n",
    ),
  );
  if (!brought.ok) throw new Error(brought.reason);
  const seen = { id: draft.id, ...brought.value };
  const before = await draftOf(draft.key);
  expect(before?.draft.items).toHaveLength(3);
  expect(before?.brought).toMatchObject({
    ...{ file: "items.csv", rows: 2 },
    problems: [{ row: 3, field: "kind", code: "unknown", values: { value: "Telepathy" } }],
  });
  expect(await settleBrought(db.platform, home.admin, seen, true)).toMatchObject({ ok: true });
  const after = await draftOf(draft.key);
  expect(after?.draft.items.map(({ self }) => self)).toContain("Where do you work?");
  expect(after?.brought).toBeNull();
  const again = { id: draft.id, revision: after?.revision ?? 0 };
  expect(await settleBrought(db.platform, home.admin, again, true)).toMatchObject({
    problems: [{ code: "changed-meanwhile" }],
  });
});

test("to everyone but HR of the whole organisation no questionnaire is there to keep, and none of its steps is open", async () => {
  const draft = await bridge();
  await draft.publish();
  await openNextDraft(db.platform, home.admin, draft.key);
  const elsewhere = (await createTestOrganisation(db.platform)).admin;
  const office = (role: "unit-admin" | "unit-analyst" | "analyst" | "leaver"): Asker => ({
    ...{ organisationId: home.organisationId, accountId: newId(), personId: null, role },
    units: ["Deck"],
  });
  const inside = [
    home.member(),
    ...(["unit-admin", "unit-analyst", "analyst", "leaver"] as const).map(office),
  ];
  const target = { id: draft.id, revision: 1 };
  const item = { self: "x", other: "", page: "page", measures: "", scale: "amount" };
  const which = { kind: "amount", item: null } as const;
  for (const actor of [...inside, elsewhere]) {
    const reason = actor === elsewhere ? "unknown" : "not-allowed";
    for (const outcome of [
      await editQuestionnaire(db.platform, actor, target, { kind: "remove-page", key: "page" }),
      await saveItem(db.platform, actor, target, which, item),
      await publishQuestionnaire(db.platform, actor, target),
      await discardQuestionnaire(db.platform, actor, target),
      await openNextDraft(db.platform, actor, draft.key),
      await bringItems(db.platform, actor, target, sheet("Self\nx")),
      await settleBrought(db.platform, actor, target, false),
    ])
      expect(outcome).toEqual({ ok: false, reason });
    const seen = await inOrganisation(db.platform, actor, async (tx) => [
      await keptVersion(tx, actor, draft.key),
      await keptDraft(tx, actor, draft.key),
      await versionPage(tx, actor, draft.key),
      await draftPage(tx, actor, draft.key),
      await askedItem(tx, actor, draft.key, { item: null, kind: "amount", page: null }),
      await conditionPage(tx, actor, draft.key, { item: "plan-the-watch-ahead", on: null }),
      await wordsPage(tx, actor, draft.key, { language: "en", page: "1", item: null }),
      await previewPage(tx, actor, draft.key, new URLSearchParams({ version: "draft" })),
      await previewPage(tx, actor, draft.key, new URLSearchParams()),
    ]);
    expect(seen).toEqual(seen.map(() => null));
  }
  for (const actor of inside) {
    const begun = await beginQuestionnaire(db.platform, actor, { name: "x", from: "" }, "x");
    expect(begun).toEqual({ ok: false, reason: "not-allowed" });
    const listed = await inOrganisation(db.platform, actor, async (tx) => [
      ...(await keptVersions(tx, actor)),
      ...(await questionnairesPage(db.platform, tx, actor)),
    ]);
    expect(listed).toEqual([]);
  }
  expect(await draftOf(draft.key)).toMatchObject({ revision: 1 });
});

test("a draft that is thrown away leaves nothing where nothing was published, and the versions where something was", async () => {
  const draft = await bridge();
  expect(await discardQuestionnaire(db.platform, home.admin, draft.target())).toMatchObject({
    value: { whole: true },
  });
  const listed = await inHome((tx) => questionnairesPage(db.platform, tx, home.admin));
  expect(listed.map(({ key }) => key)).not.toContain(draft.key);
  const other = await bridge();
  await other.publish();
  await openNextDraft(db.platform, home.admin, other.key);
  expect(await discardQuestionnaire(db.platform, home.admin, other.target())).toMatchObject({
    value: { whole: false },
  });
  expect(await inHome((tx) => versionPage(tx, home.admin, other.key))).toMatchObject({
    version: 1,
  });
});

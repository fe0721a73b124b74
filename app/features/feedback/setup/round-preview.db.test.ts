import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { type PreviewWish, roundPreview } from "~/features/rounds/preview/preview-page.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import feature from "../feature.server.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  collectingCycle,
  draftCycle,
  editTyped,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { assignRaters } from "./assign-raters.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const kinds = feature.roundKinds ?? [];
const nothing = { as: null, in: null, page: null, questionnaire: null };

const previewFor = (actor: Actor, cycleId: string, wish: Partial<PreviewWish> = {}) =>
  roundPreview(db.platform, kinds, actor, cycleId, { ...nothing, ...wish });

async function shown(cycleId: string, wish: Partial<PreviewWish> = {}) {
  const preview = await previewFor(house.admin, cycleId, wish);
  if (!preview) throw new Error("nothing to see");
  return preview;
}

/** All that stands in its pages, in order. */
const wordsOf = ({ data }: Awaited<ReturnType<typeof shown>>) =>
  data.sections.flatMap(({ title, items }) => [
    title,
    ...items.flatMap(({ stem, text }) => [stem, text]),
  ]);

async function ofKind(kind: string): Promise<string> {
  const cycleId = await draftCycle(db.platform, house);
  const { instrumentId } = house;
  required(
    await editTyped(db.platform, house.admin, cycleId, {
      ...{ part: "details", name: "Autumn", kind, instrumentId },
    }),
  );
  return cycleId;
}

describe("who sees what raters will", () => {
  test("HR alone, of its own rounds", async () => {
    const cycleId = await draftCycle(db.platform, house);
    const { members, elsewhere } = await bystanders(db.platform, house);
    for (const [who, actor] of [...members, ["HR elsewhere", elsewhere] as const])
      expect([who, await previewFor(actor, cycleId)]).toEqual([who, null]);
    for (const id of [newId(), "not-an-id"]) expect(await previewFor(house.admin, id)).toBeNull();
    expect(await shown(cycleId)).toMatchObject({ roundName: "Spring 360", as: "peer" });
  });

  test("as everyone whom the round's kind asks, and nobody else", async () => {
    const asked = async (kind: string) => (await shown(await ofKind(kind))).relationships;
    expect(await asked("360")).toEqual([
      ...["self", "manager", "peer", "direct_report", "other", "outside"],
    ]);
    expect(await asked("upward")).toEqual(["self", "direct_report", "outside"]);
    expect(await asked("self")).toEqual(["self"]);
    const upward = await ofKind("upward");
    expect((await shown(upward, { as: "peer" })).as).toBe("direct_report");
    expect((await shown(upward, { as: "nobody" })).as).toBe("direct_report");
    expect((await shown(await ofKind("self"))).as).toBe("self");
  });
});

describe("what raters will see", () => {
  test("the questions in the words of each, about the participant who comes first", async () => {
    const cycleId = await draftCycle(db.platform, house);
    expect(await shown(cycleId)).toMatchObject({ example: true, data: { name: "Kim" } });
    accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
    const [own, others] = [
      await shown(cycleId, { as: "self" }),
      await shown(cycleId, { as: "manager" }),
    ];
    const { name } = others.data;
    expect(others).toMatchObject({ example: false, as: "manager" });
    expect(wordsOf(others).some((words) => words?.includes(name))).toBe(true);
    expect(wordsOf(own).join(" ")).not.toContain(name);
    expect(wordsOf(own).join(" ")).not.toContain("{{");
    expect(others.data.progress).toMatchObject({ done: 0, total: 24 });
  });

  test("in every language it can be answered in, with pages to match", async () => {
    const cycleId = await draftCycle(db.platform, house);
    const english = await shown(cycleId, { in: "en" });
    const german = await shown(cycleId, { in: "de" });
    expect(english.offered).toEqual(["en", "de"]);
    expect(german).toMatchObject({ in: "de", language: "de", data: { worded: "de" } });
    const before = new Set(wordsOf(english).filter((words) => words !== null));
    expect(wordsOf(german).filter((words) => words !== null && before.has(words))).toEqual([]);
    expect((await shown(cycleId, { in: "tlh" })).in).toBe("en");
    expect((await readIn("de", () => shown(cycleId))).in).toBe("de");
  });

  test("where a questionnaire lacks a language, its reader's pages with the questions in its own", async () => {
    const cycleId = await draftCycle(db.platform, house);
    const questionnaire = newId();
    await db.owner.query(
      `INSERT INTO content.instrument (key, version, name, framework_key, framework_version, definition)
       SELECT 'english-only', 1, name, framework_key, framework_version, definition::jsonb - 'translations'
         FROM content.instrument WHERE key = 'both-hats-short' ORDER BY version DESC LIMIT 1`,
    );
    await db.owner.query(
      `INSERT INTO instrument (organisation_id, id, key, version, name, created_at)
       VALUES ($1, $2, 'english-only', 1, 'English only', now())`,
      [house.organisationId, questionnaire],
    );
    expect(await shown(cycleId, { questionnaire, in: "de" })).toMatchObject({
      ...{ offered: ["en", "de"], in: "de", language: "de", data: { worded: "en" } },
    });
  });

  test("one part in front, or the first page", async () => {
    const cycleId = await draftCycle(db.platform, house);
    const parts = (await shown(cycleId)).data.parts.map(({ key }) => key);
    expect((await shown(cycleId)).part).toBeNull();
    expect((await shown(cycleId, { page: parts[2] ?? "" })).part).toBe(parts[2]);
    for (const page of ["send", "no-such-part", ""])
      expect((await shown(cycleId, { page })).part).toBeNull();
  });

  test("what raters are promised: whoever shaped a list needs one rater more", async () => {
    const cycleId = await draftCycle(db.platform, house);
    accepted(await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)));
    const { minimum } = (await shown(cycleId)).promise;
    await db.owner.query("UPDATE subject SET list = 'shaped' WHERE round_id = $1", [cycleId]);
    expect((await shown(cycleId)).promise.minimum).toBe(minimum + 1);
  });
});

describe("another questionnaire", () => {
  const other = () =>
    inOrganisation(db.platform, house, async (tx) => {
      const ids = await installBuiltIn(db.platform, tx, house);
      return ids.find((id) => id !== house.instrumentId) ?? "";
    });

  test("can be looked at while it can still be chosen", async () => {
    const cycleId = await draftCycle(db.platform, house);
    const questionnaire = await other();
    const { data, ...rest } = await shown(cycleId, { questionnaire });
    expect(rest.questionnaire).toEqual({ name: "Both hats 360", instead: questionnaire });
    expect(data.progress.total).toBe(55);
    expect((await shown(cycleId)).questionnaire.instead).toBeNull();
    const own = { questionnaire: house.instrumentId };
    expect((await shown(cycleId, own)).questionnaire.instead).toBeNull();
  });

  test("is unknown where there is none, also one of another organisation", async () => {
    const cycleId = await draftCycle(db.platform, house);
    const { instrumentId } = await createHouse(db.platform);
    for (const questionnaire of [newId(), "not-an-id", instrumentId])
      expect(await previewFor(house.admin, cycleId, { questionnaire })).toBeNull();
  });

  test("is no question any more once answers come in", async () => {
    const { cycleId } = await collectingCycle(db.platform, house);
    const { questionnaire } = await shown(cycleId, { questionnaire: await other() });
    expect(questionnaire).toEqual({ name: "Both hats short", instead: null });
  });
});

test("while a round runs it is the same before an answer and after, and nothing is written by looking", async () => {
  const { cycleId, rater, requestOf } = await collectingCycle(db.platform, house);
  const { peer1 } = house.people;
  const written = async () =>
    (
      await db.owner.query(
        `SELECT (SELECT count(*) FROM response) AS responses, (SELECT count(*) FROM audit_record) AS audited,
                (SELECT max(revision) FROM round WHERE id = $1) AS revision`,
        [cycleId],
      )
    ).rows;
  const before = [await shown(cycleId), await written()];
  expect([await shown(cycleId), await written()]).toEqual(before);
  await answer(db.platform, rater(peer1), await requestOf(peer1), { comments: { start: "Words" } });
  expect(await shown(cycleId)).toEqual(before[0]);
});

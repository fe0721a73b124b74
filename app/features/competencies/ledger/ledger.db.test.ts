import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { levelsPage } from "../levels/levels-page.server.ts";
import { tableLevels } from "../levels/table-levels.server.ts";
import { personal } from "../personal.server.ts";
import { type Crew, createCrew } from "../testing/crew.ts";
import { commentOnEvidence } from "./comment-on-evidence.server.ts";
import { evidenceAbout } from "./evidence-reads.server.ts";
import type { RecordInput } from "./record-evidence.server.ts";
import { withdrawEvidence } from "./withdraw-evidence.server.ts";

let db: TestDatabase;
let home: Crew["home"];
let framework: Crew["framework"];
let people: Crew["people"];
let as: Crew["as"];
let record: Crew["record"];
let recorded: Crew["recorded"];

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  ({ home, framework, people, as, record, recorded } = await createCrew(db));
});

const page = (actor: Actor, about: keyof typeof people) =>
  levelsPage(db.platform, actor, people[about], framework);

const staffing = async (actor: Actor) => {
  const view = { framework, version: 1, levels: 3 };
  const table = await inOrganisation(db.platform, actor, (tx) =>
    tableLevels(db.platform, tx, actor, view, "2026-03-02"),
  );
  return table.levels;
};

describe("what is recorded", () => {
  test("stands on the person's own page, with whose word it is, and on their manager's", async () => {
    const id = await recorded(as.boss, "ana");
    for (const actor of [as.ana, as.boss, as.chief, home.admin]) {
      const shown = await page(actor, "ana");
      expect(shown?.levels[0]).toMatchObject({
        competency: { id: "mooring" },
        known: { n: 1, sources: ["observation"] },
        evidence: [{ id, by: "boss", level: 2, counts: true }],
      });
      expect(shown?.notAssessed.map(({ id: each }) => each)).toEqual(["pumps", "watch"]);
    }
  });

  test("by two who lead somebody makes the level surer", async () => {
    await recorded(as.boss, "ana");
    const one = (await page(as.ana, "ana"))?.levels[0]?.known;
    await recorded(as.boss, "ana", { level: 3 });
    const again = (await page(as.ana, "ana"))?.levels[0]?.known;
    await recorded(as.chief, "ana");
    const two = (await page(as.ana, "ana"))?.levels[0]?.known;
    expect(again).toMatchObject({ n: 1, sd: one?.sd });
    expect(two?.n).toBe(2);
    expect(two?.sd).toBeLessThan(one?.sd ?? 0);
  });

  test("a certificate of the same name takes the place of the one before, and keeps its day", async () => {
    const certificate = { source: "certificate", title: "Deck rating", months: 24 } as const;
    await recorded(home.admin, "ana", { ...certificate, saidOn: "2024-03-01" });
    await recorded(as.boss, "ana", {
      ...{ ...certificate, title: "deck RATING", saidOn: "2026-02-01", level: 3 },
    });
    const [level] = (await page(as.ana, "ana"))?.levels ?? [];
    expect(level?.evidence.map(({ expiresOn, counts }) => ({ expiresOn, counts }))).toEqual([
      { expiresOn: "2028-02-29", counts: true },
      { expiresOn: "2026-02-28", counts: false },
    ]);
  });

  test("pressed twice, or in two tabs at once, it is said once", async () => {
    const told = { source: "test", title: "Chart work", level: 3 } as const;
    const [one, other] = await Promise.all([
      recorded(as.boss, "ana", told),
      recorded(as.boss, "ana", told),
    ]);
    expect(one).toBe(other);
    expect(await recorded(as.boss, "ana", told)).toBe(one);
    expect((await page(as.ana, "ana"))?.levels[0]?.evidence).toHaveLength(1);
  });

  test("a test that is taken again counts once, as it went last", async () => {
    const told = { source: "test", title: "Chart work" } as const;
    await recorded(as.boss, "ana", { ...told, level: 1, saidOn: "2026-01-05" });
    await recorded(as.chief, "ana", { ...told, level: 3 });
    const [level] = (await page(as.ana, "ana"))?.levels ?? [];
    expect(level?.known?.n).toBe(1);
    expect(level?.evidence.map((each) => [each.level, each.counts])).toEqual([
      [3, true],
      [1, false],
    ]);
  });

  test.each([
    ["a level the framework doesn't have", { level: 4 }, "level", "off-scale"],
    ["a competency it doesn't have", { competency: "sailing" }, "competency", "unknown-competency"],
    ["a version it doesn't have", { version: 2 }, "competency", "unknown-competency"],
    ["a framework that is none", { framework: newId() }, "competency", "unknown-competency"],
    ["tomorrow", { saidOn: "2026-03-03" }, "saidOn", "future"],
    ["long ago", { saidOn: "1949-12-31" }, "saidOn", "too-early"],
    ["an observation without words", { words: "" }, "words", "needed"],
    ["a test without a name", { source: "test" }, "title", "needed"],
    [
      "an end before its beginning",
      { source: "certificate", title: "x", saidOn: "2026-03-01", expiresOn: "2026-02-28" },
      ...["expiresOn", "before-said"],
    ],
    [
      "two ends",
      { source: "certificate", title: "x", expiresOn: "2027-01-01", months: 3 },
      ...["months", "either-or"],
    ],
  ] as [string, Partial<RecordInput>, string, string][])(
    "refuses %s, and adds nothing",
    async (_, told, field, code) => {
      const outcome = await record(home.admin, "ana", told);
      expect(outcome).toMatchObject({ ok: false, problems: [{ field, code }] });
      expect((await page(as.ana, "ana"))?.levels).toEqual([]);
    },
  );
});

describe("attacks", () => {
  test("attack: nobody says somebody else's own level, vouches for themselves or for a colleague", async () => {
    const unknown = { ok: false, reason: "unknown" };
    expect(await record(as.boss, "ana", { source: "self" })).toEqual(unknown);
    expect(await record(as.ana, "ana")).toEqual(unknown);
    expect(await record(as.bo, "ana")).toEqual(unknown);
    expect(await record(as.boss, "chief")).toEqual(unknown);
    const analyst: Actor = { ...home.admin, role: "analyst", owner: false };
    expect(await record(analyst, "ana")).toEqual(unknown);
  });

  test("attack: what was given for development is read by its person alone, by no page and no figure", async () => {
    await recorded(as.ana, "ana", { source: "self", purposes: ["development"], level: 3 });
    expect((await page(as.ana, "ana"))?.levels).toHaveLength(1);
    for (const actor of [as.boss, as.chief, home.admin]) {
      expect((await page(actor, "ana"))?.levels).toEqual([]);
      expect((await staffing(actor)).get(people.ana)).toBeUndefined();
    }
  });

  test("attack: a colleague, an analyst and another organisation read nobody's levels", async () => {
    const id = await recorded(as.boss, "ana");
    const elsewhere = await createTestOrganisation(db.platform);
    const analyst: Actor = { ...home.admin, role: "analyst", owner: false };
    const left: Actor = { ...as.boss, role: "leaver" };
    for (const actor of [as.bo, analyst, left, elsewhere.admin, home.member()]) {
      expect(await page(actor, "ana")).toBeNull();
      expect((await staffing(actor)).has(people.ana)).toBe(false);
      const evidence = await inOrganisation(db.platform, actor, (tx) =>
        evidenceAbout(tx, actor, { purpose: "staffing", people: [people.ana] }),
      );
      expect(evidence).toEqual([]);
      const target = { personId: people.ana, evidenceId: id };
      expect(await withdrawEvidence(db.platform, actor, target, { reason: "x" })).toEqual({
        ...{ ok: false, reason: "unknown" },
      });
    }
  });

  test("attack: HR of another unit reads and takes back nothing, HR of this one does", async () => {
    const id = await recorded(as.boss, "ana");
    const hrOf = (unit: string): Actor => ({
      ...{ ...home.admin, role: "unit-admin", owner: false, units: [unit] },
    });
    expect(await page(hrOf("Hotels"), "ana")).toBeNull();
    expect([...(await staffing(hrOf("Hotels"))).keys()]).toEqual([]);
    expect((await page(hrOf("Fleet"), "ana"))?.levels).toHaveLength(1);
    const target = { personId: people.ana, evidenceId: id };
    const take = (actor: Actor) => withdrawEvidence(db.platform, actor, target, { reason: "x" });
    expect((await take(hrOf("Hotels"))).ok).toBe(false);
    expect((await take(hrOf("Fleet"))).ok).toBe(true);
  });

  test("attack: what HR can't read it has not heard of, and can't take back", async () => {
    const id = await recorded(as.ana, "ana", { source: "self", purposes: ["development"] });
    const target = { personId: people.ana, evidenceId: id };
    const outcome = await withdrawEvidence(db.platform, home.admin, target, { reason: "x" });
    expect(outcome).toEqual({ ok: false, reason: "unknown" });
  });

  test("attack: who led somebody who has left reads nothing of them any more, HR does", async () => {
    await recorded(as.boss, "ana");
    await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [people.ana]);
    for (const actor of [as.boss, as.chief, as.bo]) expect(await page(actor, "ana")).toBeNull();
    expect((await page(home.admin, "ana"))?.levels).toHaveLength(1);
    expect(await record(as.boss, "ana")).toEqual({ ok: false, reason: "unknown" });
  });

  test("attack: evidence of one person is not reached by another's address", async () => {
    const id = await recorded(as.boss, "ana");
    const target = { personId: people.bo, evidenceId: id };
    expect((await withdrawEvidence(db.platform, as.boss, target, { reason: "x" })).ok).toBe(false);
    expect((await commentOnEvidence(db.platform, as.bo, id, { comment: "x" })).ok).toBe(false);
  });

  test("attack: the application's role changes no evidence, whatever a forgotten condition says", async () => {
    await recorded(as.boss, "ana");
    for (const changed of [{ level: 3 }, { purposes: ["appraisal"] }, { words: "x" }])
      await expect(
        inOrganisation(db.platform, home, (tx) =>
          tx
            .updateTable("evidence")
            .set(changed)
            .where("organisationId", "=", home.organisationId)
            .execute(),
        ),
      ).rejects.toThrow(/permission denied/);
  });
});

describe("taken back", () => {
  test("it counts no more, says why, and once is enough", async () => {
    const id = await recorded(as.boss, "ana");
    const target = { personId: people.ana, evidenceId: id };
    const take = () => withdrawEvidence(db.platform, as.boss, target, { reason: "Wrong ferry" });
    expect(await take()).toEqual({ ok: true, value: { already: false } });
    expect(await take()).toEqual({ ok: true, value: { already: true } });
    const [level] = (await page(as.ana, "ana"))?.levels ?? [];
    expect(level).toMatchObject({
      known: null,
      evidence: [{ counts: false, withdrawn: { on: "2026-03-02", because: "Wrong ferry" } }],
    });
    expect((await staffing(as.boss)).get(people.ana)?.size ?? 0).toBe(0);
  });

  test("a renewal that was a mistake gives the certificate before it its place back", async () => {
    const certificate = { source: "certificate", title: "Deck rating" } as const;
    const first = await recorded(as.boss, "ana", { ...certificate, saidOn: "2026-01-01" });
    const second = await recorded(as.boss, "ana", certificate);
    const target = { personId: people.ana, evidenceId: second };
    await withdrawEvidence(db.platform, as.boss, target, { reason: "Not hers" });
    const [level] = (await page(as.ana, "ana"))?.levels ?? [];
    expect(level?.evidence.find(({ counts }) => counts)?.id).toBe(first);
  });
});

test("what somebody replies is read with the evidence, by whoever reads that", async () => {
  const id = await recorded(as.boss, "ana");
  expect((await commentOnEvidence(db.platform, as.ana, id, { comment: "By day, too." })).ok).toBe(
    true,
  );
  const [level] = (await page(as.boss, "ana"))?.levels ?? [];
  expect(level?.evidence[0]?.comments).toMatchObject([
    { words: "By day, too.", saidOn: "2026-03-02" },
  ]);
});

describe("personal data", () => {
  test("is exported whole, with what it was given for and what was replied", async () => {
    const id = await recorded(as.boss, "ana");
    await commentOnEvidence(db.platform, as.ana, id, { comment: "By day, too." });
    const exported = await inOrganisation(db.platform, home, (tx) =>
      personal.export(tx, home, people.ana),
    );
    expect(exported).toMatchObject({
      evidence: [
        {
          ...{ framework: "On the water", competency: "Mooring", level: "2" },
          ...{ purposes: ["development", "staffing"], comments: [{ words: "By day, too." }] },
        },
      ],
    });
  });

  test("of who said it is erased, and what they said stays one voice", async () => {
    await recorded(as.boss, "ana");
    await recorded(as.boss, "ana", { level: 3, saidOn: "2026-01-05" });
    await recorded(as.boss, "bo");
    await inOrganisation(db.platform, home, (tx) =>
      personal.erase.carryOut(db.platform, tx, home.admin, {
        personId: people.boss,
        ...({} as Pick<Parameters<typeof personal.erase.carryOut>[3], never>),
      } as Parameters<typeof personal.erase.carryOut>[3]),
    );
    const [level] = (await page(as.ana, "ana"))?.levels ?? [];
    expect(level?.known?.n).toBe(1);
    expect(level?.evidence.map(({ by }) => by)).toEqual([null, null]);
    const { rows } = await db.owner.query<{ voices: string; names: string }>(
      `SELECT count(DISTINCT erased_voice) AS voices, count(said_by) + count(recorded_by) AS names
         FROM evidence WHERE organisation_id = $1`,
      [home.organisationId],
    );
    // Not the same about two people, or they would tell each other who it was.
    expect(rows).toEqual([{ voices: "2", names: "0" }]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { chooseFocus } from "~/features/reports/report/choose-focus.server.ts";
import { reportPage } from "~/features/reports/report/report-page.server.ts";
import { ownReports, sharedReports } from "~/features/reports/report/report-reads.server.ts";
import { NAMED_COACH, revokeShare } from "~/features/reports/sharing/revoke-share.server.ts";
import { sharePage } from "~/features/reports/sharing/share-page.server.ts";
import { shareReport } from "~/features/reports/sharing/share-report.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bystanders } from "../testing/actors.ts";
import {
  accepted,
  answer,
  closeScoreAndRelease,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let lead: Actor;
let boss: Actor;
let peer: Actor;
let reportId: string;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  const cycle = await collectingCycle(db.platform, house);
  cycleId = cycle.cycleId;
  const { people } = house;
  for (const person of [
    people.lead,
    people.boss,
    people.peer1,
    people.peer2,
    people.peer3,
    people.report1,
    people.report2,
    people.report3,
  ])
    await answer(db.platform, cycle.rater(person), await cycle.requestOf(person), {
      ratings: person === people.lead ? [0] : [1, -1, 0],
      comments: { keep: `Something from ${person}` },
    });
  await closeScoreAndRelease(db.platform, house, cycleId);
  lead = house.member(people.lead);
  boss = house.member(people.boss);
  peer = house.member(people.peer1);
  const [own] = await inOrganisation(db.platform, lead, (tx) => ownReports(tx, lead));
  reportId = own?.id ?? "";
});
afterAll(() => db.close());

const today = () => todayOf(db.platform);
const inDays = (days: number) =>
  new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const read = (actor: Actor, on = today()) =>
  inOrganisation(db.platform, actor, (tx) => reportPage(tx, actor, reportId, on));
const share = (
  actor: Actor,
  personId: string,
  changes: Partial<Parameters<typeof shareReport>[3]> = {},
) =>
  shareReport(db.platform, actor, reportId, {
    person: personId,
    reader: "manager",
    sections: ["glance"],
    endsOn: inDays(30),
    ...changes,
  });
const stored = async () => {
  const tables = ["reading_grant", "focus"];
  const found = tables.map((table) =>
    db.owner.query(`SELECT * FROM ${table} WHERE organisation_id = $1 ORDER BY id`, [
      house.organisationId,
    ]),
  );
  return (await Promise.all(found)).map((result) => result.rows);
};

/** Everyone but the participant, HR and another organisation included. */
async function others(): Promise<[string, Actor][]> {
  const { members, elsewhere } = await bystanders(db.platform, house);
  return [
    ...members.filter(([, actor]) => actor.personId !== lead.personId),
    ["an administrator", house.admin],
    ["an administrator who is the manager", { ...house.admin, personId: house.people.boss }],
    ["an administrator elsewhere", elsewhere],
    ["the same id elsewhere", { ...elsewhere, personId: lead.personId }],
  ];
}

test("a report's days are those where the organisation is", async () => {
  await db.owner.query(
    "UPDATE organisation SET time_zone = 'Pacific/Kiritimati' WHERE organisation_id = $1",
    [house.organisationId],
  );
  const [own] = await inOrganisation(db.platform, lead, (tx) => ownReports(tx, lead));
  expect(own?.releasedOn, "at noon it is tomorrow there").toBe(inDays(1));
  const page = await inOrganisation(db.platform, lead, (tx) =>
    reportPage(tx, lead, reportId, today()),
  );
  expect(page?.closedOn).toBe(inDays(1));
});

describe("sharing", () => {
  test("ends with the day where its reader is, and starts from the day where its giver is", async () => {
    const setZone = (person: string, zone: string) =>
      db.owner.query("UPDATE person SET timezone = $2 WHERE id = $1", [person, zone]);
    const listed = async () =>
      inOrganisation(
        db.platform,
        boss,
        async (tx) =>
          (await sharedReports(tx, boss, await todayWhere(db.platform, tx, boss))).length,
      );
    const noon = db.platform.clock.now();
    // In the Pacific it is tomorrow, or still yesterday at the end of the day.
    await setZone(house.people.lead, "Pacific/Kiritimati");
    expect(await share(lead, house.people.boss, { endsOn: inDays(1) })).toMatchObject({
      problems: [{ code: "endsOn-past" }],
    });
    accepted(await share(lead, house.people.boss, { endsOn: inDays(2) }));
    const lastDay = inDays(2);
    try {
      db.platform.clock.set(new Date(`${lastDay}T12:00:00Z`));
      expect(await listed()).toBe(1);
      await setZone(house.people.boss, "Pacific/Kiritimati");
      expect(await listed()).toBe(0);
      db.platform.clock.set(new Date(Date.parse(`${lastDay}T12:00:00Z`) + 86_400_000 - 7_200_000));
      await setZone(house.people.boss, "Pacific/Pago_Pago");
      expect(await listed()).toBe(1);
    } finally {
      db.platform.clock.set(noon);
    }
  });

  test("opens what was chosen to one person and to nobody else, and is on record", async () => {
    accepted(await share(lead, house.people.boss, { sections: ["glance", "focus"] }));
    const seen = await read(boss);
    expect(seen).toMatchObject({ reader: "manager", sections: ["glance", "focus"] });
    for (const [who, actor] of await others()) {
      const asManager =
        actor.organisationId === house.organisationId && actor.personId === boss.personId;
      expect([who, (await read(actor)) !== null]).toEqual([who, asManager]);
    }
    const { rows } = await db.owner.query(
      "SELECT action FROM audit_record WHERE subject_id = $1 AND action = 'report.shared'",
      [reportId],
    );
    expect(rows).toHaveLength(1);
  });

  test("sends nothing of the sections that were not shared", async () => {
    accepted(await share(lead, house.people.boss, { sections: ["focus"] }));
    const text = JSON.stringify(await read(boss));
    expect(text).not.toContain("Something from");
    const seen = await read(boss);
    expect(seen?.content).toMatchObject({ hats: [], competencies: [], items: [] });
    expect(seen?.content.balance).toEqual({ self: null, others: null, versatility: null });
    expect(seen?.findings).toMatchObject({
      gaps: [],
      selfAndOthers: [],
      right: [],
      behaviours: null,
    });
  });

  test("a coach sees everything, with questions to ask", async () => {
    accepted(await share(lead, house.people.peer1, { reader: "coach", sections: [] }));
    const seen = await read(peer);
    expect(seen).toMatchObject({ reader: "coach" });
    expect(seen?.sections).toHaveLength(8);
    expect(JSON.stringify(seen)).toContain("Something from");
  });

  test("ends after its last day, and at once when taken back", async () => {
    accepted(await share(lead, house.people.boss, { endsOn: inDays(2) }));
    expect(await read(boss, inDays(2))).not.toBeNull();
    expect(await read(boss, inDays(3))).toBeNull();
    const page = await sharePage(db.platform, lead, reportId, "");
    required(await revokeShare(db.platform, lead, reportId, page?.grants[0]?.id ?? ""));
    expect(await read(boss)).toBeNull();
    expect(
      await inOrganisation(db.platform, boss, (tx) => sharedReports(tx, boss, today())),
    ).toEqual([]);
    expect((await sharePage(db.platform, lead, reportId, ""))?.grants).toEqual([]);
  });

  test("sharing again with the same person replaces what they saw", async () => {
    accepted(await share(lead, house.people.boss, { sections: ["comments"] }));
    accepted(await share(lead, house.people.boss, { sections: ["glance"] }));
    expect((await read(boss))?.sections).toEqual(["glance"]);
    expect((await sharePage(db.platform, lead, reportId, ""))?.grants).toHaveLength(1);
  });

  test("is the participant's alone to do, see and take back: a table over all roles", async () => {
    accepted(await share(lead, house.people.boss));
    const grants = (await sharePage(db.platform, lead, reportId, ""))?.grants;
    const before = await stored();
    for (const [who, actor] of await others()) {
      const unknown = { ok: false, reason: "unknown" };
      expect([who, await share(actor, house.people.peer2)]).toEqual([who, unknown]);
      const revoked = await revokeShare(db.platform, actor, reportId, grants?.[0]?.id ?? "");
      expect([who, revoked]).toEqual([who, unknown]);
      expect([who, await sharePage(db.platform, actor, reportId, "")]).toEqual([who, null]);
    }
    for (const id of [newId(), "not-an-id", NAMED_COACH])
      expect(await revokeShare(db.platform, lead, reportId, id)).toEqual({
        ok: false,
        reason: "unknown",
      });
    expect(await stored()).toEqual(before);
  });

  test("names what is wrong and changes nothing", async () => {
    const before = await stored();
    const wrong = async (personId: string, changes = {}) => {
      const outcome = await share(lead, personId, changes);
      return "problems" in outcome ? outcome.problems.map(({ code }) => code) : outcome;
    };
    expect(await wrong(newId())).toEqual(["person"]);
    expect(await wrong(house.people.lead)).toEqual(["self"]);
    expect(await wrong(house.people.boss, { endsOn: inDays(0) })).toEqual(["endsOn-past"]);
    expect(await wrong(house.people.boss, { sections: [] })).toEqual(["sections"]);
    expect(await stored()).toEqual(before);
  });
});

describe("a coach HR named", () => {
  beforeEach(async () => {
    await db.owner.query("UPDATE round SET release_mode = 'coach' WHERE id = $1", [cycleId]);
    await db.owner.query("UPDATE subject SET coach_id = $1 WHERE round_id = $2", [
      house.people.stranger,
      cycleId,
    ]);
  });
  const coach = () => house.member(house.people.stranger);

  test("reads the report until the participant takes that back, and can be let in again", async () => {
    expect(await read(coach())).toMatchObject({ reader: "coach" });
    expect((await sharePage(db.platform, lead, reportId, ""))?.coach).toMatchObject({
      personId: house.people.stranger,
    });
    required(await revokeShare(db.platform, lead, reportId, NAMED_COACH));
    expect(await read(coach())).toBeNull();
    expect((await sharePage(db.platform, lead, reportId, ""))?.coach).toBeNull();
    accepted(await share(lead, house.people.stranger, { reader: "coach", sections: [] }));
    expect(await read(coach())).toMatchObject({ reader: "coach" });
  });

  test("cannot share it on, nor choose the focus", async () => {
    expect(await share(coach(), house.people.peer2)).toEqual({ ok: false, reason: "unknown" });
    expect(
      await chooseFocus(db.platform, coach(), reportId, {
        focus: [{ item: "x", nextStep: "y", dueOn: inDays(5) }],
      }),
    ).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("choosing a focus", () => {
  const firstItem = async () => (await read(lead))?.content.items[0]?.id ?? "";
  const choice = async (nextStep = "Ask before answering") => ({
    item: await firstItem(),
    nextStep,
    dueOn: inDays(28),
  });

  test("keeps what was chosen with its dated next step, and a later choice replaces it", async () => {
    accepted(await chooseFocus(db.platform, lead, reportId, { focus: [await choice()] }));
    expect((await read(lead))?.focus).toMatchObject([
      { nextStep: "Ask before answering", dueOn: inDays(28) },
    ]);
    accepted(
      await chooseFocus(db.platform, lead, reportId, { focus: [await choice("Say why first")] }),
    );
    expect((await read(lead))?.focus.map((each) => each.nextStep)).toEqual(["Say why first"]);
  });

  test("two tabs at once leave one whole choice, not a mixture", async () => {
    const item = (await read(lead))?.content.items.map((each) => each.id) ?? [];
    const rows = (word: string) =>
      [0, 1, 2].map((at) => ({ item: item[at] ?? "", nextStep: word, dueOn: inDays(20) }));
    await Promise.all(
      ["one", "other"].map((word) =>
        chooseFocus(db.platform, lead, reportId, { focus: rows(word) }),
      ),
    );
    const kept = (await read(lead))?.focus.map((each) => each.nextStep);
    expect(kept).toHaveLength(3);
    expect(new Set(kept).size).toBe(1);
  });

  test("names row and field of what is wrong, and changes nothing", async () => {
    accepted(await chooseFocus(db.platform, lead, reportId, { focus: [await choice()] }));
    const before = await stored();
    expect(
      await chooseFocus(db.platform, lead, reportId, {
        focus: [await choice(), { item: "none-of-ours", nextStep: "x", dueOn: inDays(3) }],
      }),
    ).toMatchObject({ problems: [{ field: "focus[1].item", code: "unknown" }] });
    expect(await stored()).toEqual(before);
  });

  test("is the participant's alone: a table over all roles", async () => {
    accepted(await share(lead, house.people.boss, { sections: ["focus"] }));
    const before = await stored();
    for (const [who, actor] of await others())
      expect([
        who,
        await chooseFocus(db.platform, actor, reportId, { focus: [await choice()] }),
      ]).toEqual([who, { ok: false, reason: "unknown" }]);
    expect(await stored()).toEqual(before);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { charterInput } from "../domain/charter/charter.ts";
import { personal } from "../personal.server.ts";
import { createPlanCrew, type PlanCrew } from "../testing/crew.ts";
import {
  charterFormPage,
  charterPage,
  ownCharterPage,
  partnerCharters,
} from "./charter-pages.server.ts";
import { chartersForHome } from "./charters-for-home.server.ts";
import { pressOnOwnCharter, pressOnProposed } from "./press-on-charter.server.ts";
import { saveCharter } from "./save-charter.server.ts";

let db: TestDatabase;
let crew: PlanCrew;
let ana: Actor;
let boss: Actor;
let hr: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  ana = crew.as("ana");
  boss = crew.as("boss");
  hr = crew.home.admin;
});

const typed = (form: Record<string, string> = {}) =>
  charterInput.parse({
    ...{ managing: "Plan the watches\nPay on time", leading: "Say what we are for" },
    ...{ partner: "manager", ...form },
  });
const open = async (actor = ana) => (await ownCharterPage(db.platform, actor)).open;
const signed = async (actor = ana) => (await ownCharterPage(db.platform, actor)).signed;

async function drafted(form: Record<string, string> = {}, actor = ana): Promise<string> {
  const revision = (await open(actor))?.revision ?? null;
  const saved = await saveCharter(db.platform, actor, revision, typed(form));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.value.id;
}

async function press(intent: "propose" | "withdraw" | "discard", actor = ana) {
  const revision = (await open(actor))?.revision ?? 1;
  return pressOnOwnCharter(db.platform, actor, { intent, revision });
}

async function sign(id: string, actor = boss) {
  const revision = (await charterPage(db.platform, actor, id))?.charter.revision ?? 1;
  return pressOnProposed(db.platform, actor, id, { intent: "sign", revision });
}

async function agreed(form: Record<string, string> = {}, by = boss): Promise<string> {
  const id = await drafted(form);
  expect(await press("propose")).toEqual({ ok: true });
  expect(await sign(id, by)).toEqual({ ok: true });
  return id;
}

const list = (actor: Actor) =>
  inOrganisation(db.platform, actor, (tx) => partnerCharters(db.platform, tx, actor));
const home = (actor: Actor) =>
  inOrganisation(db.platform, actor, async (tx) =>
    (await chartersForHome(db.platform, tx, actor)).map(({ href }) => href),
  );

/** Everything by which a charter could be read, signed or given back. */
async function tries(actor: Actor, id: string): Promise<void> {
  const refused = { ok: false, reason: "unknown" };
  expect(await charterPage(db.platform, actor, id)).toBeNull();
  expect(await list(actor)).toEqual([]);
  expect(await home(actor)).toEqual([]);
  for (const revision of [1, 2, 3]) {
    const why = "Mine now";
    expect(await pressOnProposed(db.platform, actor, id, { intent: "sign", revision })).toEqual(
      refused,
    );
    expect(
      await pressOnProposed(db.platform, actor, id, { intent: "return", revision, why }),
    ).toEqual(refused);
  }
}

test("attack: a draft is its person's; what is proposed and signed, nobody reads but whom it is agreed with", async () => {
  const elsewhere = await createTestOrganisation(db.platform, "Elsewhere");
  const people = await createPeople(db.platform, elsewhere, { eve: {} });
  const others = [
    ...(["chief", "coach", "peer"] as const).map((who) => crew.as(who)),
    elsewhere.member(people.eve),
    elsewhere.admin,
    { ...elsewhere.member(people.eve), personId: crew.people.boss },
  ];
  const id = await drafted();
  for (const actor of [...others, boss, hr]) await tries(actor, id);
  await press("propose");
  for (const actor of [...others, hr]) await tries(actor, id);
  await sign(id);
  for (const actor of [...others, hr]) await tries(actor, id);
  const second = await drafted({ partner: "hr", leading: "Hand over decisions" });
  for (const actor of [...others, boss, hr])
    expect(await charterPage(db.platform, actor, second)).toBeNull();
  await press("propose");
  for (const actor of others) await tries(actor, second);
  expect(await charterPage(db.platform, boss, second)).toBeNull();
});

test("attack: nobody signs for the other side of their own charter, HR who write one neither", async () => {
  const own = { ...hr, personId: crew.people.chief };
  const id = await drafted({ partner: "hr" }, own);
  await press("propose", own);
  expect(await sign(id, own)).toMatchObject({ ok: false, reason: "unknown" });
  expect(await list(own)).toEqual([]);
  expect(await sign(id, hr)).toEqual({ ok: true });
});

test("attack: whoever leads them no more reads nothing, whoever leads them now does", async () => {
  const id = await agreed();
  await db.owner.query("UPDATE person SET manager_id = $2 WHERE id = $1", [
    ...[crew.people.ana, crew.people.coach],
  ]);
  await tries(boss, id);
  expect(await charterPage(db.platform, crew.as("coach"), id)).toMatchObject({ person: "ana" });
  await db.owner.query("UPDATE person SET status = 'inactive' WHERE id = $1", [crew.people.ana]);
  await tries(crew.as("coach"), id);
});

test("attack: what is signed is what was read: a change between reading and signing is told", async () => {
  const id = await drafted();
  await press("propose");
  const seen = (await charterPage(db.platform, boss, id))?.charter.revision ?? 0;
  await press("withdraw");
  await drafted({ managing: "Everything" });
  await press("propose");
  const late = await pressOnProposed(db.platform, boss, id, { intent: "sign", revision: seen });
  expect(late).toMatchObject({ problems: [{ code: "changed-meanwhile" }] });
  expect((await open())?.state).toBe("proposed");
});

test("both sign, it holds and never changes; the next version stands beside it", async () => {
  const id = await agreed();
  expect(await signed()).toMatchObject({
    ...{ id, version: 1, state: "signed", partnerSigned: { name: "boss" } },
  });
  expect((await saveCharter(db.platform, ana, 3, typed({ managing: "Other" }))).ok).toBe(false);
  expect(await saveCharter(db.platform, ana, null, typed())).toMatchObject({
    problems: [{ code: "same" }],
  });
  const next = await drafted({ managing: "Plan the watches\nHire for the deck" });
  expect(next).not.toBe(id);
  await press("propose");
  const page = await charterPage(db.platform, boss, next);
  expect(page?.charter).toMatchObject({
    ...{ version: 2, against: { version: 1 } },
    managing: [
      { duty: "Plan the watches", change: "same" },
      { duty: "Pay on time", change: "gone" },
      { duty: "Hire for the deck", change: "new" },
    ],
  });
  expect((await signed())?.version).toBe(1);
  await sign(next);
  expect(await ownCharterPage(db.platform, ana)).toMatchObject({
    ...{ open: null, signed: { version: 2 }, earlier: [{ id, version: 1 }] },
  });
  expect(await charterPage(db.platform, ana, id)).toMatchObject({ reader: "own" });
});

test("given back it is a draft again, with the remark, and home says so; proposed again the remark is gone", async () => {
  const id = await drafted();
  await press("propose");
  expect(await home(boss)).toEqual([`/charters/${id}`]);
  const revision = (await charterPage(db.platform, boss, id))?.charter.revision ?? 0;
  const why = "And who hires?";
  await pressOnProposed(db.platform, boss, id, { intent: "return", revision, why });
  expect(await home(boss)).toEqual([]);
  expect(await home(ana)).toEqual(["/charter"]);
  expect(await open()).toMatchObject({ state: "draft", returnedWhy: why });
  await tries(boss, id);
  await press("propose");
  expect(await open()).toMatchObject({ state: "proposed", returnedWhy: null });
});

test("a year later both are asked to look at it", async () => {
  await agreed();
  expect(await home(ana)).toEqual([]);
  await db.owner.query("UPDATE charter SET review_on = $1 WHERE organisation_id = $2", [
    ...[todayOf(db.platform), crew.home.organisationId],
  ]);
  expect(await home(ana)).toEqual(["/charter"]);
  expect(await list(boss)).toMatchObject([{ state: "signed", isDue: true }]);
});

test("two tabs and two presses: one draft, one version, and nothing is written over", async () => {
  const form = typed();
  const both = await Promise.all([
    saveCharter(db.platform, ana, null, form),
    saveCharter(db.platform, ana, null, form),
  ]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await saveCharter(db.platform, ana, null, typed({ managing: "Other" }))).toMatchObject({
    problems: [{ code: "changed-meanwhile" }],
  });
  const revision = (await open())?.revision ?? 0;
  const twice = () => pressOnOwnCharter(db.platform, ana, { intent: "propose", revision });
  expect(await Promise.all([twice(), twice()])).toEqual([{ ok: true }, { ok: true }]);
  expect(await saveCharter(db.platform, ana, revision, form)).toMatchObject({
    problems: [{ code: "waits" }],
  });
  expect(await charterFormPage(db.platform, ana, null)).toBeNull();
  expect(await press("discard")).toMatchObject({ problems: [{ code: "waits" }] });
  await press("withdraw");
  expect(await press("withdraw")).toEqual({ ok: true });
  await press("discard");
  expect(await press("discard")).toEqual({ ok: true });
  expect(await ownCharterPage(db.platform, ana)).toMatchObject({ open: null, signed: null });
});

test("without anybody above, a charter is agreed with HR", async () => {
  const chief = crew.as("chief");
  expect(await saveCharter(db.platform, chief, null, typed())).toMatchObject({
    problems: [{ field: "partner", code: "nobody" }],
  });
  const id = await drafted({ partner: "hr" }, chief);
  await press("propose", chief);
  expect(await list(hr)).toMatchObject([{ id, state: "proposed" }]);
  await sign(id, hr);
  expect(await signed(chief)).toMatchObject({ partnerSigned: { name: null } });
  // Whoever led them before they proposed it may be gone by then.
  await drafted();
  await db.owner.query("UPDATE person SET manager_id = NULL WHERE id = $1", [crew.people.ana]);
  expect(await press("propose")).toMatchObject({ problems: [{ code: "nobody" }] });
});

test("what is recorded says that something was done, and nothing of it", async () => {
  await agreed();
  const { rows } = await db.owner.query(
    "SELECT action, detail::text AS detail FROM audit_record WHERE organisation_id = $1 AND subject_kind = 'charter' ORDER BY id",
    [crew.home.organisationId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["charter.drafted", "charter.proposed", "charter.signed"],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/watches|Pay/);
});

test("exported whole; whoever is merged away or erased keeps no name beside a signature", async () => {
  await agreed();
  await drafted({ leading: "Hand over decisions" });
  const { ana: anasId, boss: bossId, peer } = crew.people;
  const exported = (personId: string) =>
    inOrganisation(db.platform, hr, (tx) => personal.export(tx, hr, personId));
  expect(await exported(anasId)).toMatchObject({
    charters: [
      { version: "2", state: "draft", leading: "Hand over decisions" },
      { version: "1", state: "signed", managing: "Plan the watches\nPay on time" },
    ],
  });
  const signer = async () => (await ownCharterPage(db.platform, ana)).signed?.partnerSigned?.name;
  const before = await signer();
  await inOrganisation(db.platform, hr, (tx) =>
    personal.merge.carryOut(db.platform, tx, hr, { goes: bossId, stays: peer, address: null }),
  );
  expect(await signer()).not.toBe(before);
  await inOrganisation(db.platform, hr, (tx) =>
    personal.erase.carryOut(db.platform, tx, hr, known(peer)),
  );
  expect(await signer()).toBeNull();
  await inOrganisation(db.platform, hr, (tx) =>
    personal.erase.carryOut(db.platform, tx, hr, known(anasId)),
  );
  expect(await exported(anasId)).toMatchObject({ charters: [] });
});

const known = (personId: string) => ({
  ...{ personId, names: [], addresses: [], handedOn: [], pseudonym: "somebody" },
});

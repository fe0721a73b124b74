import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  agreeToChange,
  agreeToDomain,
  answerAddressLetter,
  answerOwnChange,
  appointAdministrator,
  removeAdministrator,
  waitingChanges,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createMember } from "~/features/identity/testing/member.ts";
import { tellOfAddresses } from "~/features/letters/index.server.ts";
import { directory, importPeopleFile } from "~/features/people/index.server.ts";
import { remindNow } from "~/features/rounds/reminders/remind-now.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { sendHeldLetters } from "../letters/send-held-letters.server.ts";
import { extendCycle } from "../running/extend-cycle.server.ts";
import {
  accepted,
  answer,
  type CollectingCycle,
  collectingCycle,
  required,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

// HR may change a rater's address and press Remind: what they then get, and what they don't.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: House;
let cycle: CollectingCycle;
/** Two administrators in office for long. */
let hera: Actor;
let zoe: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  at("2026-01-05T12:00:00Z");
  house = await createHouse(db.platform);
  await db.owner.query("UPDATE person SET employee_id = name WHERE organisation_id = $1", [
    house.organisationId,
  ]);
  hera = await administrator("hera");
  zoe = await administrator("zoe");
  at("2026-03-02T12:00:00Z");
  cycle = await collectingCycle(db.platform, house);
  // Reminders leave once a day: nobody was asked only just now.
  at("2026-03-04T12:00:00Z");
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const parts = () => ({ ...db.platform, directory });
const administrator = (name: string, personId?: string) =>
  createMember(db.platform, auth.auth, house.organisationId, { name, role: "admin", personId });
const refused = (reason: string) => ({ ok: false, reason });

/** People by name get other addresses, all at once. */
async function change(addresses: Record<string, string | null>, by: Actor = hera): Promise<void> {
  const rows = Object.entries(addresses).filter(([, address]) => address !== null);
  if (rows.length > 0) {
    const lines = rows.map(([name, address]) => `${name},${name},${address}`);
    const imported = await importPeopleFile(db.platform, by, {
      content: Buffer.from(["Name,Employee ID,Email", ...lines].join("\n")),
      dateOrder: null,
      emptyCells: "keep",
      store: true,
    });
    required(imported);
    expect(imported.value.plan.rejected).toEqual([]);
  }
  // The directory's pages write to those whose address was changed as soon as the transaction is over.
  await tellOfAddresses(db.platform, house);
}

type Letter = { kind: string; to_address: string; links: string[]; plain: string };

/** What was queued since the test began, with every link in it. */
async function letters(to?: string): Promise<Letter[]> {
  const { rows } = await db.owner.query<Omit<Letter, "links">>(
    `SELECT kind, to_address, plain FROM message WHERE organisation_id = $1 AND created_at > '2026-03-03'
      ORDER BY id`,
    [house.organisationId],
  );
  return rows
    .filter((row) => to === undefined || row.to_address === to)
    .map((row) => ({ ...row, links: row.plain.match(/http:\/\/twohats\.test\/\S+/g) ?? [] }));
}
const kinds = async (to: string) => (await letters(to)).map(({ kind }) => kind);
const opening = (all: Letter[]) =>
  all.filter(({ links }) => links.some((link) => /\/(r|join)\//.test(link)));
const remind = (whom: readonly string[] | "all-with-work-left" = "all-with-work-left") =>
  remindNow(db.platform, hera, cycle.cycleId, whom);
const follow = () => sendHeldLetters(db.platform, house);
const waiting = async (actor = zoe) =>
  inOrganisation(db.platform, house, (tx) => waitingChanges(parts(), tx, actor));
const onlyChange = async (actor = zoe) => {
  const [only, ...others] = (await waiting(actor)).changes;
  if (!only || others.length > 0) throw new Error("not one change");
  return only;
};
const agree = async (actor: Actor) => agreeToChange(parts(), actor, (await onlyChange(actor)).id);
/** The token in the last letter to an old address. */
const tokenTo = async (address: string) =>
  (await letters(address)).at(-1)?.links[0]?.split("/address/")[1] ?? "";

const EVERYONE = 10;
const NEW = "peer1@hr.test";

describe("HR changes a rater's address and writes to it", () => {
  test("nothing that opens anything reaches the new address within the wait, whatever HR does", async () => {
    const { peer1 } = house.people;
    await change({ peer1: NEW });
    expect(accepted(await remind())).toMatchObject({ told: EVERYONE - 1, held: 1 });
    expect(accepted(await remind([peer1]))).toMatchObject({ told: 0, inTheMorning: 0, held: 1 });
    const extension = { closesOn: "2026-03-22", tell: true, revision: await revision() };
    expect(accepted(await extendCycle(db.platform, hera, cycle.cycleId, extension))).toEqual({
      told: EVERYONE - 1,
    });
    at("2026-03-11T11:59:59Z");
    await sendDueReminders(db.platform, house);
    await follow();
    expect(await letters(NEW)).toEqual([]);
    expect(await kinds("peer1@house.test")).toEqual(["address-changed"]);
    expect(opening(await letters("peer1@house.test"))).toEqual([]);
  });

  test("the old address is told what happened and until when, and only what its owner recognises of the new one", async () => {
    await change({ peer1: NEW });
    const [letter] = await letters("peer1@house.test");
    expect(letter?.plain).toContain("4 March 2026");
    expect(letter?.plain).toContain("11 March 2026");
    expect(letter?.plain).toContain("p…@hr.test");
    expect(letter?.plain).not.toContain(NEW);
    expect(letter?.links).toHaveLength(1);
  });

  test("once the wait is over, a new link goes to the new address, once", async () => {
    await change({ peer1: NEW });
    at("2026-03-11T12:00:00Z");
    expect(await follow()).toBe(1);
    expect(await follow()).toBe(0);
    expect(await kinds(NEW)).toEqual(["address-settled", "new-link"]);
    expect(accepted(await remind([house.people.peer1]))).toMatchObject({ held: 0 });
  });

  test("whether somebody answered is told neither by what Remind says nor by what is sent later", async () => {
    const { peer1, peer2 } = house.people;
    await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
    await change({ peer1: NEW, peer2: "peer2@hr.test" });
    expect(accepted(await remind([peer1]))).toEqual(accepted(await remind([peer2])));
    expect(accepted(await remind())).toMatchObject({ held: 2 });
    at("2026-03-11T12:00:00Z");
    await follow();
    expect(await kinds(NEW)).toEqual(await kinds("peer2@hr.test"));
  });

  test("addresses that are swapped wait, both, and both old ones are told", async () => {
    await change({ peer1: "peer2@house.test", peer2: "peer1@house.test" });
    expect(accepted(await remind())).toMatchObject({ told: EVERYONE - 2, held: 2 });
    for (const address of ["peer1@house.test", "peer2@house.test"]) {
      expect(await kinds(address)).toEqual(["address-changed"]);
      expect(opening(await letters(address))).toEqual([]);
    }
  });

  test("whoever runs the server's commands is bound like HR, and no administrator makes two with them", async () => {
    const operator: Actor = { ...hera, accountId: "operator" };
    await change({ peer1: NEW }, operator);
    expect(accepted(await remind())).toMatchObject({ held: 1 });
    expect(await agree(zoe)).toEqual(refused("makers-too-new"));
    expect((await onlyChange()).makers).toEqual([null]);
  });

  test("what they were to get meanwhile comes when they may get it: an invitation, as itself", async () => {
    const { peer1, stranger } = house.people;
    await change({ peer1: NEW, stranger: "stranger@hr.test" });
    const other = await collectingCycle(db.platform, house, [
      { personId: peer1, raters: [{ personId: stranger, relationship: "peer" }] },
    ]);
    expect(await letters("stranger@hr.test")).toEqual([]);
    at("2026-03-11T12:00:00Z");
    await follow();
    expect(await kinds("stranger@hr.test")).toEqual(["address-settled", "invitation", "new-link"]);
    const invitation = (await letters("stranger@hr.test"))[1];
    expect(invitation?.plain).toContain("please answer by");
    expect(other.cycleId).not.toBe(cycle.cycleId);
    const { rows } = await db.owner.query("SELECT 1 FROM held_letter");
    expect(rows).toEqual([]);
  });

  test("nothing of it is kept once the round is closed", async () => {
    const { peer1 } = house.people;
    await change({ peer1: NEW });
    await collectingCycle(db.platform, house, [
      { personId: house.people.lead, raters: [{ personId: peer1, relationship: "peer" }] },
    ]);
    await db.owner.query("UPDATE round SET state = 'closed' WHERE organisation_id = $1", [
      house.organisationId,
    ]);
    at("2026-03-11T12:00:00Z");
    await follow();
    expect(await kinds(NEW)).toEqual(["address-settled"]);
  });
});

describe("the owner of the old address", () => {
  test("says that it was right: letters go on at once", async () => {
    await change({ peer1: NEW });
    const token = await tokenTo("peer1@house.test");
    expect(await answerAddressLetter(db.platform, token, "mine")).toEqual({ ok: true });
    await follow();
    expect(await kinds(NEW)).toEqual(["address-settled", "new-link"]);
    expect(await answerAddressLetter(db.platform, token, "not-mine")).toEqual(refused("over"));
  });

  test("says that it was not: nothing opens, ever, and every administrator is told", async () => {
    await change({ peer1: NEW });
    const token = await tokenTo("peer1@house.test");
    expect(await answerAddressLetter(db.platform, token, "not-mine")).toEqual({ ok: true });
    await tellOfAddresses(db.platform, house);
    const told = (await letters()).filter(({ kind }) => kind === "address-refused");
    expect(told.map(({ to_address }) => to_address.split(".")[0])).toEqual(["hera", "zoe"]);
    at("2026-06-01T12:00:00Z");
    await follow();
    expect(await letters(NEW)).toEqual([]);
    expect(await onlyChange()).toMatchObject({ until: null });
    await change({ peer1: "third@hr.test" });
    expect(await kinds("peer1@house.test")).toEqual(["address-changed", "address-again"]);
    at("2026-09-01T12:00:00Z");
    expect(await follow()).toBe(0);
  });

  test("may say so after the wait as well: links that went out by then end", async () => {
    await change({ peer1: NEW });
    const token = await tokenTo("peer1@house.test");
    at("2026-03-12T12:00:00Z");
    await follow();
    expect(opening(await letters(NEW))).not.toEqual([]);
    expect(await answerAddressLetter(db.platform, token, "not-mine")).toEqual({ ok: true });
    expect(accepted(await remind())).toMatchObject({ held: 1 });
  });

  test("is told of every change, the wait begins anew with each, and going back ends it at once", async () => {
    await change({ peer1: NEW });
    at("2026-03-10T12:00:00Z");
    await change({ peer1: "third@hr.test" });
    expect(await kinds("peer1@house.test")).toEqual(["address-changed", "address-changed"]);
    expect(await kinds(NEW)).toEqual([]);
    at("2026-03-16T12:00:00Z");
    expect(accepted(await remind())).toMatchObject({ held: 1 });
    await change({ peer1: "peer1@house.test" });
    expect(accepted(await remind())).toMatchObject({ held: 0 });
    await follow();
    expect(await kinds("peer1@house.test")).toContain("new-link");
    expect(await letters("third@hr.test")).toEqual([]);
  });

  test("nobody but the server makes the link that asks them", async () => {
    await change({ peer1: NEW });
    const token = await tokenTo("peer1@house.test");
    for (const wrong of ["", "x", `${token}x`, `x${token}`, token.split(".")[0] ?? ""])
      expect(await answerAddressLetter(db.platform, wrong, "mine")).toEqual(refused("unknown"));
    const elsewhere = { ...db.platform, secret: "the secret of another server" };
    expect(await answerAddressLetter(elsewhere, token, "mine")).toEqual(refused("unknown"));
  });
});

describe("somebody signed in", () => {
  test("confirms their own by an account they had before, unless they said that it was not them", async () => {
    at("2026-02-01T12:00:00Z");
    const peer1 = await member("peer1", house.people.peer1);
    at("2026-03-04T12:00:00Z");
    await change({ peer1: NEW, peer2: "peer2@hr.test" });
    expect(await answerOwnChange(db.platform, peer1, "mine")).toEqual({ ok: true });
    await follow();
    expect(await kinds(NEW)).toEqual(["address-settled", "new-link"]);
    expect(await answerOwnChange(db.platform, hera, "mine")).toEqual(refused("unknown"));
    await change({ peer1: "third@hr.test" });
    expect(await answerOwnChange(db.platform, peer1, "not-mine")).toEqual({ ok: true });
    expect(await answerOwnChange(db.platform, peer1, "mine")).toEqual(refused("unknown"));
  });
});

const member = (name: string, personId: string) =>
  createMember(db.platform, auth.auth, house.organisationId, { name, role: "member", personId });

describe("a second administrator", () => {
  test("agrees, and letters go on; not the one who changed it", async () => {
    await change({ peer1: NEW });
    expect(await agree(hera)).toEqual(refused("made-it"));
    expect(await agree(zoe)).toEqual({ ok: true, value: { agreed: 1 } });
    await follow();
    expect(await kinds(NEW)).toEqual(["address-settled", "new-link"]);
  });

  test("agrees to what its owner refused", async () => {
    await change({ peer1: NEW });
    await answerAddressLetter(db.platform, await tokenTo("peer1@house.test"), "not-mine");
    expect(await agree(hera)).toEqual(refused("made-it"));
    expect(await agree(zoe)).toEqual({ ok: true, value: { agreed: 1 } });
  });

  test("is none whom the first has only just appointed, before the change or after it", async () => {
    const { boss, peer2 } = house.people;
    await appointed(await member("boss", boss), hera);
    await change({ peer1: NEW });
    await appointed(await member("peer2", peer2), hera);
    at("2026-03-11T11:00:00Z");
    for (const puppet of [boss, peer2])
      expect(await agree(await actorOf(puppet))).toEqual(refused("appointed-by-first"));
  });

  test("is none to somebody they have only just appointed, who made the change for them; not even once removed again", async () => {
    const puppet = await appointed(await member("boss", house.people.boss), hera);
    await change({ peer1: NEW }, puppet);
    expect(await agree(hera)).toEqual(refused("makers-too-new"));
    await removeAdministrator(parts(), hera, await membershipOf(puppet));
    expect(await agree(hera)).toEqual(refused("makers-too-new"));
  });

  test("is none while the first has changed their address as well", async () => {
    at("2026-01-05T12:00:00Z");
    const second = await administrator("boss", house.people.boss);
    at("2026-03-04T12:00:00Z");
    await change({ boss: "boss@hr.test" });
    at("2026-03-05T12:00:00Z");
    await change({ peer1: NEW });
    const [peer1] = (await waiting(second)).changes.filter(({ to }) => to === NEW);
    const agreeing = () => agreeToChange(parts(), second, peer1?.id ?? "");
    expect(await agreeing()).toEqual(refused("readdressed"));
    // Their own account had them before: it is they who say that it is their address.
    expect(await answerOwnChange(db.platform, second, "mine")).toEqual({ ok: true });
    expect(await agreeing()).toEqual({ ok: true, value: { agreed: 1 } });
  });

  test("nobody of another organisation, and no member", async () => {
    await change({ peer1: NEW });
    const { id } = await onlyChange();
    const elsewhere = await createHouse(db.platform);
    expect(await agreeToChange(parts(), elsewhere.admin, id)).toEqual(refused("unknown"));
    expect(await agreeToChange(parts(), house.member(), id)).toEqual(refused("not-allowed"));
    expect(await agreeToChange(parts(), zoe, "nonsense")).toEqual(refused("unknown"));
    expect((await waiting(house.member())).changes).toEqual([]);
  });

  test("agrees to a whole domain at once, and to nobody who got another name in passing", async () => {
    const moved = ["peer1", "peer2", "peer3", "peer4", "report1"];
    const all = Object.fromEntries(moved.map((name) => [name, `${name}@new.test`]));
    await change({ ...all, report2: "hera@new.test" });
    const [move, ...others] = (await waiting()).moves;
    expect(others).toEqual([]);
    expect(move).toMatchObject({ from: "house.test", to: "new.test", count: 5, noSecond: null });
    const { batchId, from, to } = move ?? { batchId: "", from: "", to: "" };
    const agreeing = (actor: Actor) => agreeToDomain(parts(), actor, { batchId, from, to });
    expect(await agreeing(hera)).toEqual(refused("made-it"));
    expect(await agreeing(zoe)).toEqual({ ok: true, value: { agreed: 5 } });
    expect(await agreeing(zoe)).toEqual(refused("unknown"));
    expect(accepted(await remind())).toMatchObject({ held: 1 });
    expect((await onlyChange()).to).toBe("hera@new.test");
  });
});

test("somebody whose address was changed is not appointed before its wait is over", async () => {
  const { boss } = house.people;
  await change({ boss: "boss@hr.test" });
  const appoint = () => appointAdministrator(parts(), hera, boss, async () => {});
  expect(await appoint()).toEqual(refused("readdressed"));
  at("2026-03-11T12:00:00Z");
  expect(await appoint()).toEqual({ ok: true, value: "with-account" });
});

async function appointed(actor: Actor, by: Actor): Promise<Actor> {
  required(await appointAdministrator(parts(), by, actor.personId ?? "", async () => {}));
  return { ...actor, role: "admin" };
}

async function actorOf(personId: string): Promise<Actor> {
  const { rows } = await db.owner.query<{ account_id: string }>(
    "SELECT account_id FROM membership WHERE person_id = $1",
    [personId],
  );
  return { ...hera, accountId: rows[0]?.account_id ?? "", personId };
}

async function membershipOf({ accountId }: Actor): Promise<string> {
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM membership WHERE account_id = $1 AND organisation_id = $2",
    [accountId, house.organisationId],
  );
  return rows[0]?.id ?? "";
}

async function revision(): Promise<number> {
  const { rows } = await db.owner.query<{ revision: number }>(
    "SELECT revision FROM round WHERE id = $1",
    [cycle.cycleId],
  );
  return rows[0]?.revision ?? 0;
}

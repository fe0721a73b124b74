import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerAddressLetter, answerOwnChange } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { tellOfAddresses } from "~/features/letters/index.server.ts";
import { sendDueReminders } from "~/features/rounds/reminders/send-due-reminders.server.ts";
import { extendRound } from "~/features/rounds/running/extend-round.server.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { addressChanges, NEW } from "../testing/address-changes.ts";
import { accepted, answer, type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import type { House } from "../testing/house.ts";

// HR may change a rater's address and press Remind: what they then get, and what they don't.

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: House;
let cycle: CollectingCycle;
let hera: Actor;
let zoe: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  ({ house, cycle, hera, zoe } = await begin());
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const {
  begin,
  at,
  refused,
  change,
  letters,
  kinds,
  opening,
  remind,
  follow,
  onlyChange,
  agree,
  tokenTo,
  member,
} = addressChanges(
  () => db,
  () => auth,
);

const EVERYONE = 10;

describe("HR changes a rater's address and writes to it", () => {
  test("nothing that opens anything reaches the new address within the wait, whatever HR does", async () => {
    const { peer1 } = house.people;
    await change({ peer1: NEW });
    expect(accepted(await remind())).toMatchObject({ told: EVERYONE - 1, held: 1 });
    expect(accepted(await remind([peer1]))).toMatchObject({ told: 0, inTheMorning: 0, held: 1 });
    const extension = { closesOn: "2026-03-22", tell: true, revision: await revision() };
    expect(accepted(await extendRound(db.platform, hera, cycle.cycleId, extension))).toEqual({
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

async function revision(): Promise<number> {
  const { rows } = await db.owner.query<{ revision: number }>(
    "SELECT revision FROM round WHERE id = $1",
    [cycle.cycleId],
  );
  return rows[0]?.revision ?? 0;
}

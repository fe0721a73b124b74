import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  agreeToChange,
  agreeToDomain,
  answerAddressLetter,
  answerOwnChange,
  appointOfficial,
  removeOfficial,
} from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { openTestAuth } from "../../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { addressChanges, NEW } from "../testing/address-changes.ts";
import { accepted } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: House;
let hera: Actor;
let zoe: Actor;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  ({ house, hera, zoe } = await begin());
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

const {
  begin,
  at,
  parts,
  administrator,
  refused,
  change,
  kinds,
  remind,
  follow,
  waiting,
  onlyChange,
  agree,
  tokenTo,
  member,
  appointed,
  actorOf,
  membershipOf,
} = addressChanges(
  () => db,
  () => auth,
);

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
    await removeOfficial(parts(), hera, await membershipOf(puppet));
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
  const appoint = () =>
    appointOfficial(
      parts(),
      hera,
      { personId: boss, office: "admin", units: null },
      async () => {},
    );
  expect(await appoint()).toEqual(refused("readdressed"));
  at("2026-03-11T12:00:00Z");
  expect(await appoint()).toEqual({ ok: true, value: "with-account" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { sendTestLetter } from "~/features/rounds/letters/send-test-letter.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bystanders } from "../testing/actors.ts";
import { collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let hr: Actor;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  ({ cycleId } = await collectingCycle(db.platform, house));
  hr = { ...house.admin, accountId: "ines" };
  await db.owner.query(
    `INSERT INTO auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
     VALUES ('ines', 'Inês HR', 'ines@house.test', true, now(), now())`,
  );
});
afterAll(() => db.close());

const send = (
  actor: Actor,
  kind: "invitation" | "reminder" | "closing" = "invitation",
  language = "en",
) => sendTestLetter(db.platform, actor, cycleId, { kind, language });
const letters = async () =>
  (
    await db.owner.query<{
      to_address: string;
      subject: string;
      plain: string;
      about_id: string | null;
    }>(
      "SELECT to_address, subject, plain, about_id FROM message WHERE kind = 'test-letter' ORDER BY id",
    )
  ).rows;

test("each letter comes to HR's own address, about nobody, with a way to the round and to nobody's page", async () => {
  for (const kind of ["invitation", "reminder", "closing"] as const)
    expect(await send(hr, kind)).toEqual({ ok: true, value: { to: "ines@house.test" } });
  const sent = await letters();
  expect(sent).toHaveLength(3);
  for (const letter of sent) {
    expect(letter).toMatchObject({ to_address: "ines@house.test", about_id: null });
    expect(letter.plain).not.toMatch(/\/r\/|\{\{/);
  }
  expect(sent[0]?.plain).toContain(`/cycles/${cycleId}`);
});

test("in the language that is asked for, where the questionnaire has it", async () => {
  await send(hr, "reminder", "de");
  await send(hr, "reminder", "xx");
  const [german, own] = (await letters()).slice(-2);
  expect(german?.plain).toMatch(/^Guten Tag Inês HR/m);
  expect(own?.plain).toMatch(/^Hello Inês HR/m);
});

test("nobody else gets one, nor does who has no account of their own", async () => {
  const before = await letters();
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const actor of [...members.map(([, each]) => each), elsewhere])
    expect(await send(actor)).toEqual({ ok: false, reason: "unknown" });
  expect(await send({ ...house.admin, accountId: "nobody" })).toEqual({
    ...{ ok: false, reason: "no-address" },
  });
  expect(await letters()).toEqual(before);
});

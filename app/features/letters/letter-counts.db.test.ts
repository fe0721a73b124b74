import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { letterCounts } from "./counts-reads.server.ts";
import { lettersForHome } from "./for-home.server.ts";
import { queueMany } from "./testing/queued-letter.ts";

let db: TestDatabase;
let admin: Actor;
const aboutId = newId();

beforeAll(async () => {
  db = await createTestDatabase();
  admin = (await createTestOrganisation(db.platform)).admin;
  await queueMany(db.platform, admin, 5);
  await db.owner.query("UPDATE message SET about_id = $1, kind = 'invitation'", [aboutId]);
  const states = ["queued", "sent", "bounced", "failed", "kept"];
  const { rows } = await db.owner.query<{ id: string }>("SELECT id FROM message ORDER BY id");
  for (const [at, { id }] of rows.entries())
    await db.owner.query("UPDATE message SET state = $2 WHERE id = $1", [id, states[at]]);
});
afterAll(() => db.close());

const counts = (actor: Actor, about = aboutId, without: string[] = []) =>
  inOrganisation(db.platform, actor, (tx) => letterCounts(tx, actor, about, { without }));

test("letters are counted by what became of them, kinds left out that would tell more", async () => {
  expect(await counts(admin)).toEqual({ waiting: 1, sent: 2, bounced: 1, failed: 1 });
  const nothing = { waiting: 0, sent: 0, bounced: 0, failed: 0 };
  expect(await counts(admin, newId())).toEqual(nothing);
  expect(await counts(admin, aboutId, ["invitation"])).toEqual(nothing);
  expect(await counts({ ...admin, role: "member" })).toEqual(nothing);
});

test("home says that letters wait where no mail server could send them, to HR alone", async () => {
  const home = (actor: Actor, kind: "none" | "outbox") =>
    inOrganisation(db.platform, actor, (tx) => lettersForHome({ mailer: { kind } }, tx, actor));
  expect(await home(admin, "none")).toMatchObject({
    tending: { tasks: [{ line: "One letter waits: no mail server is set" }] },
  });
  expect(await home(admin, "outbox")).toEqual({});
  expect(await home({ ...admin, role: "member" }, "none")).toEqual({});
});

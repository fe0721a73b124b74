import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { LetterSent, LettersAgain } from "~/platform/feature/letter-again.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { outbox } from "./reads.server.ts";
import { sendAgain } from "./send-again.server.ts";
import { queueMany } from "./testing/queued-letter.ts";

let db: TestDatabase;
let admin: Actor;
let id: string;
let written: LetterSent[];

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  admin = (await createTestOrganisation(db.platform)).admin;
  await queueMany(db.platform, admin, 1);
  const { rows } = await db.owner.query<{ id: string }>(
    "UPDATE message SET kind = 'invitation' WHERE organisation_id = $1 RETURNING id",
    [admin.organisationId],
  );
  id = rows[0]?.id ?? "";
  written = [];
});
afterAll(() => db.close());

const writers = (): LettersAgain<Actor>[] => [
  {
    kinds: ["invitation"],
    send: async (_platform, _tx, _actor, sent) => {
      written.push(sent);
      return { ok: true };
    },
  },
];
const again = (actor: Actor = admin, message = id, by = writers()) =>
  sendAgain(db.platform, actor, message, by);
const became = (state: string, text: string | null, nextTryAt: Date | null = null) =>
  db.owner.query(
    "UPDATE message SET state = $2, html = $3, plain = $3, next_try_at = $4, last_error = '451' WHERE id = $1",
    [id, state, text, nextTryAt],
  );
const jobs = async () =>
  (
    await db.owner.query(
      "SELECT 1 FROM pgboss.job WHERE name = 'send-message' AND data ->> 'messageId' = $1",
      [id],
    )
  ).rows.length;
const stored = async () =>
  (await db.owner.query("SELECT state, last_error FROM message WHERE id = $1", [id])).rows[0];

test("what was given up or waits for its next try is tried at once, by a job of its own", async () => {
  const later = new Date(db.platform.clock.now().getTime() + 900_000);
  for (const [state, nextTry] of [
    ["failed", null],
    ["queued", later],
  ] as const) {
    await became(state, "text", nextTry);
    const before = await jobs();
    expect(await again()).toEqual({ ok: true, value: "tried" });
    expect(await stored()).toEqual({ state: "queued", last_error: null });
    expect(await jobs()).toBe(before + 1);
  }
  expect(written).toEqual([]);
});

test("what has left is written anew by whose it is, and not where nobody writes it", async () => {
  for (const state of ["sent", "bounced", "failed"]) {
    await became(state, null);
    expect(await again()).toEqual({ ok: true, value: "written" });
    expect(await again(admin, id, [])).toEqual({ ok: false, reason: "not-possible" });
  }
  expect(written).toHaveLength(3);
  expect(written[0]).toMatchObject({ kind: "invitation" });
});

test("what is on its way is left alone, and so is what nobody but HR may ask for", async () => {
  const before = await jobs();
  for (const state of ["queued", "kept"]) {
    await became(state, "text");
    expect(await again()).toEqual({ ok: false, reason: "not-possible" });
  }
  await became("failed", "text");
  const elsewhere = (await createTestOrganisation(db.platform)).admin;
  expect(await again({ ...admin, role: "member" })).toEqual({ ok: false, reason: "not-allowed" });
  for (const [actor, message] of [
    [elsewhere, id],
    [admin, newId()],
    [admin, "no-id"],
  ] as const)
    expect(await again(actor, message)).toEqual({ ok: false, reason: "unknown" });
  expect(await stored()).toMatchObject({ state: "failed" });
  expect([written, await jobs()]).toEqual([[], before]);
});

test("why it is not written is told, and nothing is written down as done", async () => {
  await became("sent", null);
  const held: LettersAgain<Actor>[] = [
    { kinds: ["invitation"], send: async () => ({ ok: false, reason: "held" }) },
  ];
  expect(await again(admin, id, held)).toEqual({ ok: false, reason: "held" });
  const { rows } = await db.owner.query("SELECT 1 FROM audit_record WHERE subject_id = $1", [id]);
  expect(rows).toEqual([]);
});

test("the outbox goes page by page and by what became of letters; a page beyond is the last one", async () => {
  await queueMany(db.platform, admin, 120);
  const page = (wanted: number, part: "all" | "waiting" | "undelivered" = "all") =>
    inOrganisation(db.platform, admin, (tx) =>
      outbox(db.platform, tx, admin, { search: "", part, page: wanted }),
    );
  const [first, last, beyond] = [await page(1), await page(3), await page(9)];
  expect([first.entries.length, last.entries.length, first.pages]).toEqual([50, 21, 3]);
  expect([beyond.page, beyond.entries]).toEqual([3, last.entries]);
  expect((await page(Number.NaN)).page).toBe(1);
  await became("bounced", null);
  expect(await page(1, "undelivered")).toMatchObject({
    entries: [{ id, state: "bounced" }],
    counts: { all: 121, waiting: 120, undelivered: 1 },
  });
});

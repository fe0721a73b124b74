import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { addressLetterLink } from "~/features/identity/index.server.ts";
import { migrate, readMigrations } from "~/platform/migrate/migrate.server.ts";
import { APP_PASSWORD } from "../../../test/database/global-setup.ts";

// A database of the release whose letters held their links: those that still have their text are freed of them.
const name = `migrate_ways_${process.pid}`;
const id = (last: number) => `018f0000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const server = { secret: "a secret of that release", publicUrl: "https://hats.example" };

let admin: pg.Client;
let client: pg.Client;

const claims = {
  ...{ organisationId: id(1), personId: id(2), name: "Ýmir ü", email: "y@x.test" },
  ...{ linkVersion: 3, until: "2026-05-01T00:00:00.000Z", next: "/reports?from=letter" },
};
// As that release made them.
const joinLink = `${server.publicUrl}/join/${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${"s-_A".repeat(10)}abc`;
const addressLink = addressLetterLink(server, { organisationId: id(1), changeId: id(3) });

/** As that release made them: two ids, the version of the person's links where there was an earlier one, a signature. */
function raterLink(invitationId: string, version: number): string {
  const bytes = (text: string) => Buffer.from(text.replaceAll("-", ""), "hex");
  const more = version === 0 ? [] : [Buffer.from([version >> 8, version & 255])];
  const token = Buffer.concat([bytes(id(1)), bytes(invitationId), ...more, Buffer.alloc(18, 0xfb)]);
  return `${server.publicUrl}/r/${token.toString("base64url")}`;
}

async function reminderOfTwo(at: number, first: string, second: string) {
  await letter(at, "reminder", "queued", first);
  const also = `<a href="${second}">Also</a>`;
  await client.query("UPDATE message SET html = html || $2, plain = plain || $3 WHERE id = $1", [
    id(at),
    also,
    `\n\nAlso:\n${second}`,
  ]);
}

async function letter(at: number, kind: string, state: string, link: string | null) {
  const html = link && `<p>Hello</p><a href="${link}" style="x">Open</a><p>${link}</p>`;
  const plain = link && `Hello\n\nOpen:\n${link}\n\nGood bye.`;
  await client.query(
    `INSERT INTO message (organisation_id, id, kind, to_address, to_name, subject, html, plain, state, created_at)
     VALUES ($1, $2, $3, 'y@x.test', 'Ýmir', 'Hello', $4, $5, $6, now())`,
    [id(1), id(at), kind, html, plain, state],
  );
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("databaseServer").ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const address = new URL(inject("databaseServer").ownerUrl);
  address.pathname = `/${name}`;
  client = new pg.Client({ connectionString: address.href });
  const migrations = await readMigrations("migrations");
  const before = migrations.filter((each) => each.name < "0041");
  await migrate(address.href, before, APP_PASSWORD);
  await client.connect();
  await client.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Harbour', now())",
    [id(1)],
  );
  await letter(10, "joining", "queued", joinLink);
  await letter(11, "report-ready", "failed", joinLink);
  await letter(12, "address-changed", "kept", addressLink);
  await letter(13, "invitation", "queued", raterLink(id(20), 0));
  await letter(14, "joining", "sent", null);
  await reminderOfTwo(15, raterLink(id(21), 258), raterLink(id(20), 258));
  await client.query(
    `INSERT INTO auth."user" ("id", "name", "email", "emailVerified") VALUES ('acc', 'Ý', 'Y@x.test', true)`,
  );
  await letter(16, "password-changed", "sent", null);
  await migrate(address.href, migrations, APP_PASSWORD);
});
afterAll(async () => {
  await client.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

test("a letter that waits keeps what its link claims, and not the link", async () => {
  const { rows } = await client.query("SELECT id, html, plain, way FROM message ORDER BY id");
  const account = {
    to: "account",
    personId: id(2),
    path: "/reports?from=letter",
    linkVersion: 3,
  };
  expect(rows.map(({ way }) => way)).toEqual([
    account,
    account,
    { to: "address-change", changeId: id(3) },
    { to: "lent", by: "rater-list", from: [`${id(20)} 0`] },
    null,
    { to: "lent", by: "rater-list", from: [`${id(21)} 258`, `${id(20)} 258`] },
    null,
  ]);
  for (const row of rows.slice(0, 4)) {
    const mark = "https://way-in.invalid/";
    expect(row.html).toBe(`<p>Hello</p><a href="${mark}" style="x">Open</a><p>${mark}</p>`);
    expect(row.plain).toBe(`Hello\n\nOpen:\n${mark}\n\nGood bye.`);
  }
  expect(rows[5].plain).toMatch(
    /:\nhttps:\/\/way-in\.invalid\/\n[\s\S]*:\nhttps:\/\/way-in-2\.invalid\/$/,
  );
  expect(rows[5].html).toMatch(
    /href="https:\/\/way-in\.invalid\/"[\s\S]*href="https:\/\/way-in-2\.invalid\/"/,
  );
  expect(JSON.stringify(rows)).not.toContain("/r/");
});

test("a letter about an account that stands in the list knows whose it was", async () => {
  const { rows } = await client.query("SELECT id FROM message WHERE account_id = 'acc'");
  expect(rows).toEqual([{ id: id(16) }]);
});

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
  await letter(13, "invitation", "queued", `${server.publicUrl}/r/AZjGoAAAcACAAAAAAAAAqg`);
  await letter(14, "joining", "sent", null);
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
    null,
    null,
  ]);
  for (const row of rows.slice(0, 3)) {
    const mark = "https://way-in.invalid/";
    expect(row.html).toBe(`<p>Hello</p><a href="${mark}" style="x">Open</a><p>${mark}</p>`);
    expect(row.plain).toBe(`Hello\n\nOpen:\n${mark}\n\nGood bye.`);
  }
  expect(rows[3].plain).toContain("https://hats.example/r/AZjGo");
});

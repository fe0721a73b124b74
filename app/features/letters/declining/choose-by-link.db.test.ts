import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { ProgramRequest } from "~/platform/feature/program-door.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { deliverMessage } from "../deliver-message.server.ts";
import { accountLetters } from "../kinds.ts";
import { queueMessages } from "../queue-messages.server.ts";
import { type MailServer, startMailServer } from "../testing/mail-server.ts";
import { chooseByLink, readStopView } from "./choose-by-link.server.ts";
import { stopDoor } from "./stop-door.server.ts";

const optional: KindOfLetter = {
  name: "expiry",
  facts: [],
  mayBeDeclined: true,
};
const kinds = [optional, accountLetters.changed];

let db: TestDatabase;
let server: MailServer;
let withMail: Platform;
let house: TestOrganisation;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startMailServer();
  withMail = { ...db.platform, mailer: server.mailer };
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform);
  await createPeople(db.platform, house, { ana: { email: "ana@x.org" } });
  server.received.length = 0;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** Sends one letter. @returns its headers about doing without. */
async function headersOf({ name: kind, mayBeDeclined }: KindOfLetter, to: string) {
  await inOrganisation(db.platform, house, (tx) =>
    queueMessages(db.platform, tx, house, [
      {
        kind,
        mayBeDeclined: mayBeDeclined === true,
        aboutId: null,
        to: { name: "Ana", address: to },
        ...TEXT,
      },
    ]),
  );
  const { rows } = await db.owner.query<{ id: string }>(
    "SELECT id FROM message WHERE organisation_id = $1 ORDER BY id DESC LIMIT 1",
    [house.organisationId],
  );
  await deliverMessage(withMail, {
    organisationId: house.organisationId,
    messageId: rows[0]?.id ?? "",
  });
  const raw = server.received.at(-1)?.headerLines ?? [];
  const line = (name: string) =>
    raw.find(({ key }) => key === name)?.line.replace(/\s+/g, "") ?? null;
  return {
    address: line("list-unsubscribe"),
    post: line("list-unsubscribe-post"),
  };
}
const TEXT = { subject: "s", html: "<p>h</p>", plain: "p" };

async function token(): Promise<string> {
  const { address } = await headersOf(optional, "ana@x.org");
  return /\/letters\/stop\/(.+)>/.exec(address ?? "")?.[1] ?? "";
}

const ONE_CLICK = "List-Unsubscribe=One-Click";
const asking = (path: string, method: string, body: string | null): ProgramRequest => ({
  ...{
    method,
    url: new URL(`http://twohats.test/letters/stop/${path}`),
    headers: new Headers(),
  },
  ...{
    body: body === null ? null : new TextEncoder().encode(body),
    client: null,
  },
});
const ask = (path: string, method: string, body: string | null = null) =>
  stopDoor.answer(db.platform, asking(path, method, body));
const view = (path: string) => readStopView(db.platform, path, kinds);

test("what may be done without leaves with an address for one click; what always comes does not", async () => {
  const { address, post } = await headersOf(optional, "ana@x.org");
  expect(address).toMatch(/^List-Unsubscribe:<http:\/\/[^>]+\/letters\/stop\/[\w.-]+>$/);
  expect(post).toBe(`List-Unsubscribe-Post:${ONE_CLICK}`);
  expect(await headersOf(accountLetters.changed, "ana@x.org")).toEqual({
    ...{ address: null, post: null },
  });
  expect(await headersOf(optional, "nobody@x.org")).toEqual({
    address: null,
    post: null,
  });
});

test("looking changes nothing, a post says it, a second one changes nothing, and it can be taken back", async () => {
  const link = await token();
  for (const method of ["GET", "HEAD"]) {
    const seen = await ask(link, method);
    expect([seen.status, seen.headers.get("location")]).toEqual([303, `/letters/without/${link}`]);
  }
  expect(await view(link)).toMatchObject({
    isDeclined: false,
    about: "Certificates that run out",
  });
  for (const body of [null, "", "x=y"]) expect((await ask(link, "POST", body)).status).toBe(400);
  expect(await view(link)).toMatchObject({ isDeclined: false });
  expect((await ask(link, "POST", ONE_CLICK)).status).toBe(200);
  expect((await ask(link, "POST", ONE_CLICK)).status).toBe(200);
  expect(await view(link)).toMatchObject({ isDeclined: true });
  const { rows } = await db.owner.query(
    "SELECT account_id, detail FROM audit_record WHERE organisation_id = $1 AND action = 'letters.by-link'",
    [house.organisationId],
  );
  expect(rows).toEqual([{ account_id: null, detail: { declined: true } }]);
  expect(await chooseByLink(db.platform, link, "wanted")).toEqual({ ok: true });
  expect(await view(link)).toMatchObject({ isDeclined: false });
});

test("as mail programs send it in parts, too", async () => {
  const link = await token();
  const parts = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`;
  expect((await ask(link, "POST", parts)).status).toBe(200);
  expect(await view(link)).toMatchObject({ isDeclined: true });
});

test("a link that was changed, cut short or made elsewhere opens nothing", async () => {
  const link = await token();
  const [body = "", signature = ""] = link.split(".");
  const other = Buffer.from(
    Buffer.from(body, "base64url").toString().replace("expiry", "closing"),
  ).toString("base64url");
  for (const wrong of ["", "x", body, `${other}.${signature}`, `${link}x`]) {
    expect(await view(wrong)).toBeNull();
    expect((await ask(wrong, "POST", ONE_CLICK)).status).toBe(404);
  }
  const elsewhere = { ...db.platform, secret: "another secret of some length" };
  expect(await readStopView(elsewhere, link, kinds)).toBeNull();
  // A kind that is not sent any more, or that always comes by now.
  expect(await readStopView(db.platform, link, [accountLetters.changed])).toBeNull();
});

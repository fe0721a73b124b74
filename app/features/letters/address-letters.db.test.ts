import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  accountFor,
  addMember,
  answerAddressLetter,
  recordAddressChanges,
} from "~/features/identity/index.server.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { directory, peopleByIds } from "~/features/people/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { queueSettledLetters, tellOfAddresses } from "./address-letters.server.ts";
import type { LetterWay } from "./domain/letter-way.ts";
import { withLink } from "./with-link.server.ts";

let db: TestDatabase;
let auth: ReturnType<typeof openTestAuth>;
let house: TestOrganisation;
let people: Record<"ines" | "jens", string>;

beforeAll(async () => {
  db = await createTestDatabase();
  auth = openTestAuth(db);
});
beforeEach(async () => {
  house = await createTestOrganisation(db.platform, "Nord & <Süd>");
  people = await createPeople(db.platform, house, {
    ines: { name: "Inês <Æ>", email: "ines@old.test", language: "en" },
    jens: { name: "Jens", email: "jens@old.test", language: "de-AT" },
  });
});
afterAll(async () => {
  await auth.close();
  await db.close();
});

type Letter = Record<"kind" | "to_address" | "to_name" | "subject" | "html" | "plain", string> & {
  way: LetterWay | null;
};

const letters = async () =>
  (
    await db.owner.query<Letter>(
      "SELECT kind, to_address, to_name, subject, html, plain, way FROM message WHERE organisation_id = $1 ORDER BY kind, to_address",
      [house.organisationId],
    )
  ).rows;
/** Those letters as they arrive, with the links that are made when they leave. */
const arrived = async () => {
  const stored = await letters();
  return inOrganisation(db.platform, house, (tx) =>
    Promise.all(
      stored.map(async (letter) => {
        const ready = { ...letter, toName: letter.to_name, toAddress: letter.to_address };
        return { ...letter, ...(await withLink(db.platform, tx, house, ready)) };
      }),
    ),
  );
};
const sent = async () => (await letters()).map(({ kind, to_address }) => `${kind} ${to_address}`);
const tell = () => tellOfAddresses(db.platform, house);
const linksIn = ({ plain }: { plain: string }) => plain.match(/http:\/\/twohats\.test\/\S+/g) ?? [];

async function change(to: (from: string) => string | null): Promise<void> {
  await inOrganisation(db.platform, house, async (tx) => {
    const found = await peopleByIds(tx, house, Object.values(people));
    const changed = found.map(({ id, email }) => ({
      personId: id,
      from: email,
      to: to(email ?? ""),
    }));
    const parts = { ...db.platform, directory };
    await recordAddressChanges(parts, tx, house.admin, "import", changed);
  });
}

describe("letters to old addresses", () => {
  test("are in their reader's language, whole, and lead nowhere but to the question", async () => {
    await change((from) => from.replace("old", "new"));
    await tell();
    const [ines, jens] = await letters();
    expect(ines?.subject).toBe("Your e-mail address at Nord & <Süd> was changed");
    expect(jens?.subject).toBe("Ihre E-Mail-Adresse bei Nord & <Süd> wurde geändert");
    expect(ines?.html).toContain("Inês &lt;Æ&gt;");
    expect(jens?.plain).toContain("2. März 2026");
    expect(jens?.plain).toContain("9. März 2026");
    for (const letter of await arrived()) {
      expect(linksIn(letter)).toEqual([
        expect.stringMatching(/^http:\/\/twohats\.test\/address\//),
      ]);
      expect(letter.plain).toMatch(/[ij]…@new\.test/);
    }
  });

  test("leave once, however often and by whomever it is asked for", async () => {
    await change((from) => from.replace("old", "new"));
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    expect(await sent()).toEqual([
      "address-changed ines@old.test",
      "address-changed jens@old.test",
    ]);
  });

  test("say so when an address was taken out", async () => {
    await change(() => null);
    await tell();
    expect(await sent()).toEqual([
      "address-removed ines@old.test",
      "address-removed jens@old.test",
    ]);
  });

  test("a hundred and fifty at once are told, each", async () => {
    const words = Array.from({ length: 150 }, (_, index) => `p${index}`);
    people = (await createPeople(
      db.platform,
      house,
      Object.fromEntries(words.map((word) => [word, { email: `${word}@old.test` }])),
    )) as typeof people;
    await change((from) => from.replace("old", "new"));
    await tell();
    expect(new Set(await sent()).size).toBe(150);
  });
});

test("every administrator is told once of a refusal, and its later changes are told as such", async () => {
  for (const name of ["hera", "zoe"]) {
    const email = `${name}.${house.organisationId}@hr.test`;
    const accountId = await accountFor(auth.auth, {
      email,
      name,
      password: "correct horse battery",
    });
    const member = { accountId: accountId ?? "", personId: null, role: "admin" } as const;
    await addMember(db.platform, house.organisationId, member);
  }
  await change((from) => (from.startsWith("ines") ? from.replace("old", "new") : from));
  await tell();
  const [letter] = await arrived();
  const token = letter ? linksIn(letter)[0]?.split("/address/")[1] : "";
  expect(await answerAddressLetter(db.platform, token ?? "", "not-mine")).toEqual({ ok: true });
  await tell();
  await tell();
  const refused = (await letters()).filter(({ kind }) => kind === "address-refused");
  expect(refused.map(({ to_address }) => to_address.slice(0, 4))).toEqual(["hera", "zoe."]);
  expect(refused.map(linksIn)).toEqual(refused.map(() => ["http://twohats.test/people/addresses"]));
  await change((from) => (from.startsWith("ines") ? "ines@third.test" : from));
  await tell();
  expect(await sent()).toContain("address-again ines@old.test");
});

test("no letter leaves a place unfilled, in either language", async () => {
  const everyone = await inOrganisation(db.platform, house, (tx) =>
    peopleByIds(tx, house, Object.values(people)),
  );
  await inOrganisation(db.platform, house, (tx) =>
    queueSettledLetters(
      db.platform,
      tx,
      house,
      everyone.flatMap(({ email, ...person }) => (email ? [{ ...person, email }] : [])),
    ),
  );
  const settled = await arrived();
  await change((from) => from.replace("old", "new"));
  await tell();
  const changed = (await arrived()).filter(({ kind }) => kind === "address-changed");
  const all = [...changed, ...settled];
  expect(all.map(({ kind }) => kind)).toEqual([
    ...["address-changed", "address-changed"],
    ...["address-settled", "address-settled"],
  ]);
  for (const { subject, html, plain } of all)
    for (const part of [subject, html, plain])
      expect(part).not.toMatch(/\{\{|\}\}|undefined|letters\.|way-in\.invalid/);
});

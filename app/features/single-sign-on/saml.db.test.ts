import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { beginSignOn } from "./entering/begin-sign-on.server.ts";
import { finishSaml } from "./entering/finish-saml.server.ts";
import { saveSamlProvider } from "./providers/save-provider.server.ts";
import { samlDoor } from "./saml/saml-door.server.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse, typed } from "./testing/sign-on-house.ts";
import {
  posted,
  type Question,
  readQuestion,
  type SaidBySaml,
  type SigningIdp,
  signingIdp,
} from "./testing/signing-idp.ts";

// Signing in by a SAML provider, with signatures that are real, and with every one that is not.

let db: TestDatabase;
let auth: Auth;
let closeAuth: () => Promise<void>;
let oidc: ForgingProvider;
let idp: SigningIdp;
let stranger: SigningIdp;
let house: SignOnHouse;
let providerId: string;
let number = 0;
let domain = "";

const ISSUER = "https://idp.example/saml";

beforeAll(async () => {
  db = await createTestDatabase();
  ({ auth, close: closeAuth } = openTestAuth(db));
  oidc = await forgingProvider(CLIENT);
  idp = await signingIdp(ISSUER);
  stranger = await signingIdp(ISSUER);
});
beforeEach(async () => {
  // The library goes by the machine's clock.
  db.platform.clock.set(new Date());
  number += 1;
  domain = `house${number}.example`;
  house = await signOnHouse(db, auth, oidc, { domain });
  providerId = await addSaml(house);
  await createPeople(db.platform, house.scope, {
    ana: { name: "Ana Duarte", email: `ana@${domain}` },
    eve: { name: "Eve", email: `eve@${domain}` },
  });
});
afterAll(async () => {
  await oidc.close();
  await closeAuth();
  await db.close();
});

async function addSaml(to: SignOnHouse): Promise<string> {
  const { issuer: _, clientId: __, clientSecret: ___, ...common } = typed("");
  const given = { entryPoint: "https://idp.example/sso", certificates: [idp.certificate] };
  const input = { ...common, name: "SAML account", issuer: ISSUER, ...given };
  const saved = await saveSamlProvider(db.platform, to.owner, null, input);
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.providerId;
}

async function begin(again = false, of = house, by = providerId) {
  const ids = { organisationId: of.organisationId, providerId: by };
  const begun = await beginSignOn(house.platform, ids, { next: "/reports", again });
  if (!begun.ok) throw new Error(begun.reason);
  return {
    question: readQuestion(begun.value.url),
    cookies: begun.value.cookie.split(";")[0] ?? "",
  };
}

/** A browser posts an answer from the provider's site, without a cookie. @returns where it is sent on to. */
async function post(fields: Record<string, string>, organisationId = house.organisationId) {
  const url = new URL(`http://twohats.test/sign-in/saml/${organisationId}/acs`);
  const body = new TextEncoder().encode(String(new URLSearchParams(fields)));
  const request = { method: "POST", url, headers: new Headers(), body, client: null };
  const answer = await samlDoor.answer(db.platform, request);
  expect(answer.headers.getSetCookie()).toEqual([]);
  return new URL(answer.headers.get("Location") ?? "http://nowhere", url).searchParams;
}

const finish = (outcome: string | null, cookies: string, organisationId = house.organisationId) =>
  finishSaml(house.platform, auth, {
    ...{ organisationId, outcome, headers: new Headers({ cookie: cookies }) },
    visitor: { client: "192.0.2.8", cookies },
  });

async function come(said: Partial<SaidBySaml> = {}, make = xmlOf) {
  const { question, cookies } = await begin();
  const xml = make(question, { ...ana(), ...said });
  const on = await post({ SAMLResponse: posted(xml), RelayState: question.relayState });
  if (on.has("problem")) return { ok: false as const, reason: on.get("problem") ?? "" };
  return finish(on.get("outcome"), cookies);
}

const xmlOf = (question: Question, said: SaidBySaml) => idp.xml(question, said);
const ana = (): SaidBySaml => ({
  nameId: "ana-persistent",
  attributes: { email: `ana@${domain}`, displayName: "A. D." },
});
const wrong = { ok: false, reason: "wrong" };
const traces = async () => {
  const tables = ['auth."user"', 'auth."session"', "membership", "sign_on_link", "person"];
  return Promise.all(
    tables.map(
      async (table) => (await db.owner.query(`SELECT count(*) FROM ${table}`)).rows[0].count,
    ),
  );
};

test("somebody of the directory joins by a signed assertion, and comes again as the same", async () => {
  const came = await come();
  if (!came.ok) throw new Error(came.reason);
  expect(came.value.path).toBe("/reports");
  const session = await house.session(came.value.headers);
  expect(session).toMatchObject({
    accountName: "Ana Duarte",
    byProvider: true,
    actor: { role: "member" },
  });
  const again = await come({ attributes: { email: "other@elsewhere.example" } });
  const same = again.ok ? await house.session(again.value.headers) : null;
  expect(same?.actor.accountId).toBe(session?.actor.accountId);
});

test("a signed envelope is as good where the assertion in it is signed as well, and not by itself", async () => {
  expect(
    await come({}, (question, said) => idp.xml(question, said, { signs: "response" })),
  ).toEqual(wrong);
});

describe("is let in by nothing and changes nothing", () => {
  test.each<[string, Partial<SaidBySaml>]>([
    ["another issuer, signed with the right key", { issuer: "https://evil.example" }],
    ["another audience", { audience: "https://another.example/sp" }],
    ["another recipient", { recipient: "https://another.example/acs" }],
    ["an assertion that has run out", { notOnOrAfter: -120 }],
    ["an assertion of an hour from now", { notBefore: 3600 }],
    [
      "an answer to no question (sign-in that the provider began)",
      { inResponseTo: null, confirmedFor: null },
    ],
    [
      "an assertion that says nothing of a question, in an envelope that does",
      { confirmedFor: null },
    ],
    ["an assertion to another question, in an envelope to this one", { confirmedFor: "_another" }],
    ["an envelope to another question", { inResponseTo: "_another" }],
    [
      "a name that is another one each time",
      { format: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient" },
    ],
    ["no name", { nameId: "" }],
  ])("%s", async (_, said) => {
    const before = await traces();
    expect(await come(said)).toEqual(wrong);
    expect(await traces()).toEqual(before);
  });

  test.each<[string, (question: Question, said: SaidBySaml) => string]>([
    ["no signature", (question, said) => idp.xml(question, said, { signs: "nothing" })],
    [
      "a stripped signature",
      (question, said) => idp.xml(question, said).replace(/<Signature.*<\/Signature>/s, ""),
    ],
    ["another key", (question, said) => stranger.xml(question, said)],
    [
      "a name changed after signing",
      (question, said) => idp.xml(question, said).replace("ana-persistent", "eve-persistent"),
    ],
    [
      "an address changed after signing",
      (question, said) => idp.xml(question, said).replace("ana@", "eve@"),
    ],
    ["a signature by broken hashes", (question, said) => idp.xml(question, said, { weak: true })],
    [
      "a document type",
      (question, said) => `<!DOCTYPE x [<!ENTITY a "b">]>${idp.xml(question, said)}`,
    ],
    [
      "two assertions, the forged one first",
      (question, said) => {
        const forged =
          /<saml:Assertion.*<\/saml:Assertion>/s.exec(
            idp.xml(question, { ...said, nameId: "eve" }, { signs: "nothing" }),
          )?.[0] ?? "";
        return idp.xml(question, said).replace("<saml:Assertion", `${forged}<saml:Assertion`);
      },
    ],
    [
      "the signed assertion hidden in a forged one",
      (question, said) => {
        const signed = idp.xml(question, said);
        const inner = /<saml:Assertion.*<\/saml:Assertion>/s.exec(signed)?.[0] ?? "";
        const forged = idp.xml(question, { ...said, nameId: "eve" }, { signs: "nothing" });
        return forged.replace(
          "</saml:Assertion>",
          `<saml:Advice>${inner}</saml:Advice></saml:Assertion>`,
        );
      },
    ],
    [
      "a doubled signature",
      (question, said) =>
        idp.xml(question, said).replace(/<Signature.*<\/Signature>/s, (found) => found + found),
    ],
    [
      "a comment in the name",
      (question, said) =>
        idp
          .xml(question, said)
          .replace("ana-persistent", "ana-<!-- x -->persistent")
          .replace("ana@", "e<!-- -->ve@"),
    ],
  ])("%s", async (_, make) => {
    const before = await traces();
    expect(await come({}, make)).toEqual(wrong);
    expect(await traces()).toEqual(before);
  });

  test("an answer without its question's mark, with a forged one, or brought to another organisation", async () => {
    const { question } = await begin();
    const response = posted(idp.xml(question, ana()));
    const flipped =
      (question.relayState.startsWith("A") ? "B" : "A") + question.relayState.slice(1);
    for (const state of ["", "nonsense", flipped, question.relayState.slice(2)]) {
      const on = await post({ SAMLResponse: response, RelayState: state });
      expect(on.get("problem")).toBe("over");
    }
    const other = await signOnHouse(db, auth, oidc, { domain: `other${number}.example` });
    await addSaml(other);
    const fields = { SAMLResponse: response, RelayState: question.relayState };
    expect((await post(fields, other.organisationId)).get("problem")).toBe("over");
    for (const broken of ["", "%%%", posted("<a>"), posted("x".repeat(100_000))])
      expect((await post({ ...fields, SAMLResponse: broken })).get("problem")).toBe("wrong");
  });

  test("a good answer in another browser, twice, a minute later, or with another question's cookie (login CSRF)", async () => {
    const [mine, other] = [await begin(), await begin()];
    const fields = {
      SAMLResponse: posted(idp.xml(mine.question, ana())),
      RelayState: mine.question.relayState,
    };
    const outcome = (await post(fields)).get("outcome");
    expect(await finish(outcome, "")).toMatchObject({ reason: "over" });
    expect(await finish(outcome, other.cookies)).toMatchObject({ reason: "over" });
    expect(await finish(`${outcome}x`, mine.cookies)).toMatchObject({ reason: "over" });
    const now = db.platform.clock.now();
    db.platform.clock.set(new Date(now.getTime() + 60_000));
    expect(await finish(outcome, mine.cookies)).toMatchObject({ reason: "over" });
    db.platform.clock.set(now);
    expect((await finish(outcome, mine.cookies)).ok).toBe(true);
    // Brought again, what it says is worth nothing any more.
    const replayed = (await post(fields)).get("outcome");
    expect(await finish(replayed, mine.cookies)).toMatchObject({ reason: "over" });
  });

  test("what travels in the address tells nobody who it is about", async () => {
    const { question } = await begin();
    const fields = {
      SAMLResponse: posted(idp.xml(question, ana())),
      RelayState: question.relayState,
    };
    const outcome = (await post(fields)).get("outcome") ?? "";
    expect(Buffer.from(outcome, "base64url").toString("latin1")).not.toContain("ana");
  });
});

test("another name at the provider with somebody's address is not that somebody", async () => {
  await come();
  expect(await come({ nameId: "changed" })).toEqual({ ok: false, reason: "other-subject" });
  const eve = await come({ nameId: "eve-persistent", attributes: { mail: `eve@${domain}` } });
  expect(eve.ok).toBe(true);
  const asAna = await come({ nameId: "eve-persistent", attributes: { mail: `ana@${domain}` } });
  const session = asAna.ok ? await house.session(asAna.value.headers) : null;
  expect(session?.accountName).toBe("Eve");
});

test("an address that is no own one's, and none, are refused", async () => {
  const foreign = await come({ attributes: { email: "ana@elsewhere.example" } });
  expect(foreign).toEqual({ ok: false, reason: "foreign" });
  expect(await come({ attributes: {} })).toEqual({ ok: false, reason: "no-address" });
});

test("the provider is asked to show anew who sits there, where that is wanted", async () => {
  expect((await begin(true)).question.forced).toBe(true);
  expect((await begin()).question.forced).toBe(false);
});

test("this server describes itself, and has nothing else at that address", async () => {
  const at = async (path: string, method = "GET") =>
    samlDoor.answer(db.platform, {
      ...{ method, url: new URL(`http://twohats.test/sign-in/saml/${path}`), client: null },
      ...{ headers: new Headers(), body: null },
    });
  const metadata = await (await at(house.organisationId)).text();
  expect(metadata).toContain(`http://twohats.test/sign-in/saml/${house.organisationId}/acs`);
  expect(metadata).toContain('WantAssertionsSigned="true"');
  for (const path of ["nonsense", `${house.organisationId}/other`, `${house.organisationId}/acs`])
    expect((await at(path)).status).toBe(404);
});

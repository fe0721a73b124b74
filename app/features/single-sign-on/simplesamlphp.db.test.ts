import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Auth } from "~/features/identity/index.server.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { openTestAuth } from "../../../test/database/test-auth.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { beginSignOn } from "./entering/begin-sign-on.server.ts";
import { finishSaml } from "./entering/finish-saml.server.ts";
import { saveSamlProvider } from "./providers/save-provider.server.ts";
import { samlDoor } from "./saml/saml-door.server.ts";
import { acsPath, samlEntity } from "./sign-on-paths.ts";
import { type ForgingProvider, forgingProvider } from "./testing/forging-provider.ts";
import { CLIENT, type SignOnHouse, signOnHouse, typed } from "./testing/sign-on-house.ts";
import {
  hasSimpleSamlPhp,
  hiddenField,
  startSimpleSamlPhp,
  visitor,
} from "./testing/simplesamlphp.ts";

// A SAML provider of others' making. Where Debian's packages simplesamlphp, php-cli, php-xml and php-mbstring are not
// installed, these are skipped, and say so; saml.db.test.ts runs everywhere.

const mailOf = (name: string) => `${name}@house.example`;
/** Ana and Eve as the provider knows them, each by an address of theirs unless said otherwise. */
const known = ({ ana = mailOf("ana"), eve = mailOf("eve") } = {}) => [
  { login: "ana", password: "right", uid: "u-1", mail: ana },
  { login: "eve", password: "right", uid: "u-2", mail: eve },
];
const wrong = { ok: false, reason: "wrong" };

describe.skipIf(!hasSimpleSamlPhp)("SimpleSAMLphp (skipped where it is not installed)", () => {
  let db: TestDatabase;
  let auth: Auth;
  let closeAuth: () => Promise<void>;
  let oidc: ForgingProvider;
  let idp: Awaited<ReturnType<typeof startSimpleSamlPhp>>;
  let house: SignOnHouse;
  let providerId: string;

  beforeAll(async () => {
    db = await createTestDatabase();
    ({ auth, close: closeAuth } = openTestAuth(db));
    oidc = await forgingProvider(CLIENT);
    idp = await startSimpleSamlPhp(known());
    // The library goes by the machine's clock.
    db.platform.clock.set(new Date());
    house = await signOnHouse(db, auth, oidc);
    await createPeople(db.platform, house.scope, { ana: { name: "Ana", email: mailOf("ana") } });
    const { publicUrl } = db.platform;
    const { organisationId } = house;
    await idp.register(
      `${publicUrl}${samlEntity(organisationId)}`,
      `${publicUrl}${acsPath(organisationId)}`,
    );
    const { issuer: _, clientId: __, clientSecret: ___, ...common } = typed("");
    const given = { entryPoint: idp.entryPoint, certificates: [idp.certificate] };
    const input = { ...common, issuer: idp.issuer, ...given };
    const saved = await saveSamlProvider(db.platform, house.owner, null, input);
    if (!saved.ok) throw new Error(saved.reason);
    providerId = saved.value.providerId;
  }, 60_000);
  beforeEach(() => db.platform.clock.set(new Date()));
  afterAll(async () => {
    await idp?.stop();
    await oidc?.close();
    await closeAuth?.();
    await db?.close();
  });

  async function begin(again = false) {
    const ids = { organisationId: house.organisationId, providerId };
    const begun = await beginSignOn(house.platform, ids, { next: "/reports", again });
    if (!begun.ok) throw new Error(begun.reason);
    return { url: begun.value.url, cookies: begun.value.cookie.split(";")[0] ?? "" };
  }

  /** What the provider has a browser post. */
  async function answered(ask: ReturnType<typeof visitor>, url: string, login: string) {
    let page = await ask(url);
    const state = hiddenField(page, "AuthState");
    const asksWho = state !== "";
    if (asksWho) {
      const to = `${new URL(url).origin}/module.php/core/loginuserpass.php?`;
      page = await ask(to, { username: login, password: "right", AuthState: state });
    }
    const fields = {
      SAMLResponse: hiddenField(page, "SAMLResponse"),
      RelayState: hiddenField(page, "RelayState"),
    };
    if (fields.SAMLResponse === "") throw new Error(`no answer in: ${page.slice(0, 2_000)}`);
    return { fields, asksWho };
  }

  async function bring(fields: Record<string, string>, cookies: string) {
    const { organisationId } = house;
    const url = new URL(`http://twohats.test${acsPath(organisationId)}`);
    const body = new TextEncoder().encode(String(new URLSearchParams(fields)));
    const headers = new Headers();
    const request = { method: "POST", url, headers, body, client: null };
    const answer = await samlDoor.answer(db.platform, request);
    const { searchParams } = new URL(answer.headers.get("Location") ?? "http://nowhere", url);
    if (searchParams.has("problem"))
      return { ok: false as const, reason: searchParams.get("problem") };
    return finishSaml(house.platform, auth, {
      ...{ organisationId, outcome: searchParams.get("outcome") },
      ...{ headers: new Headers({ cookie: cookies }), visitor: { client: "192.0.2.8", cookies } },
    });
  }

  test("somebody of the directory joins by it, and comes again as the same without being asked there", async () => {
    const ask = visitor();
    const first = await begin();
    const asked = await answered(ask, first.url, "ana");
    expect(asked.asksWho).toBe(true);
    const came = await bring(asked.fields, first.cookies);
    if (!came.ok) throw new Error(came.reason ?? "");
    expect(await house.session(came.value.headers)).toMatchObject({
      ...{ accountName: "Ana", byProvider: true, providerId },
    });
    expect(await house.links()).toMatchObject([{ subject: "u-1" }]);
    const second = await begin();
    const again = await answered(ask, second.url, "ana");
    expect(again.asksWho).toBe(false);
    expect((await bring(again.fields, second.cookies)).ok).toBe(true);
    expect(await house.links()).toHaveLength(1);
  });

  test("who is not of the directory is refused, and an answer changed on its way is worth nothing", async () => {
    const stranger = await begin();
    const { fields } = await answered(visitor(), stranger.url, "eve");
    expect(await bring(fields, stranger.cookies)).toMatchObject({ ok: false, reason: "unknown" });
    const mine = await begin();
    const { fields: sent } = await answered(visitor(), mine.url, "eve");
    const xml = Buffer.from(sent.SAMLResponse, "base64").toString("utf8");
    expect(xml).toContain("u-2");
    const forged = Buffer.from(xml.replaceAll("u-2", "u-1")).toString("base64");
    const tried = await bring({ ...sent, SAMLResponse: forged }, mine.cookies);
    expect(tried).toMatchObject(wrong);
  });

  test("an answer counts once, and in the browser that began alone", async () => {
    const [mine, other] = [await begin(), await begin()];
    const { fields } = await answered(visitor(), mine.url, "ana");
    for (const cookies of ["", other.cookies])
      expect(await bring(fields, cookies)).toMatchObject({ ok: false, reason: "over" });
    expect((await bring(fields, mine.cookies)).ok).toBe(true);
    expect(await bring(fields, mine.cookies)).toMatchObject({ ok: false, reason: "over" });
  });

  test("whose address changed there is the same account, and another's address hands over nothing", async () => {
    await idp.knows(known({ ana: "ana.new@elsewhere.example", eve: mailOf("ana") }));
    const [mine, theirs] = [await begin(), await begin()];
    const came = await bring((await answered(visitor(), mine.url, "ana")).fields, mine.cookies);
    if (!came.ok) throw new Error(came.reason ?? "");
    expect(await house.session(came.value.headers)).toMatchObject({ accountName: "Ana" });
    const { fields } = await answered(visitor(), theirs.url, "eve");
    const refused = { ok: false, reason: "other-subject" };
    expect(await bring(fields, theirs.cookies)).toMatchObject(refused);
    expect(await house.links()).toMatchObject([{ subject: "u-1" }]);
    await idp.knows(known());
  });

  const SIGNATURE = /<ds:Signature .*?<\/ds:Signature>/gs;
  const ASSERTION = /<saml:Assertion .*<\/saml:Assertion>/s;

  test.each<[string, (xml: string) => string]>([
    ["without any signature", (xml) => xml.replaceAll(SIGNATURE, "")],
    [
      "without the assertion's signature",
      (xml) => xml.replace(ASSERTION, (assertion) => assertion.replaceAll(SIGNATURE, "")),
    ],
    [
      "with the assertion's signature twice",
      (xml) =>
        xml.replace(ASSERTION, (assertion) =>
          assertion.replace(SIGNATURE, (signature) => signature + signature),
        ),
    ],
    [
      "with a second assertion, unsigned and of somebody else, before the first",
      (xml) =>
        xml.replace(ASSERTION, (assertion) => {
          const forged = assertion.replaceAll(SIGNATURE, "").replaceAll("u-1", "u-2");
          return forged.replace(/ID="[^"]+"/, 'ID="_forged"') + assertion;
        }),
    ],
  ])("an answer %s lets nobody in", async (_, change) => {
    const mine = await begin();
    const { fields } = await answered(visitor(), mine.url, "ana");
    const xml = Buffer.from(fields.SAMLResponse, "base64").toString("utf8");
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    const SAMLResponse = Buffer.from(changed).toString("base64");
    expect(await bring({ ...fields, SAMLResponse }, mine.cookies)).toMatchObject(wrong);
    expect((await bring(fields, mine.cookies)).ok, "as it came, it is good").toBe(true);
  });

  test("asked to ask anew, it does, although it knows who is there", async () => {
    const ask = visitor();
    const first = await begin();
    await answered(ask, first.url, "ana");
    const anew = await begin(true);
    expect((await answered(ask, anew.url, "ana")).asksWho).toBe(true);
  });
});

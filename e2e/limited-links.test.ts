import { limitedOfficials } from "./support/crawl/visitors.ts";
import { expect, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// Whose office is limited to departments is shown no way to what is not for them: every link that a page of theirs has
// leads somewhere. An address that nobody links to is the crawl's matter (crawl.test.ts).

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
});
test.afterAll(() => server.stop());

/** Of addresses that differ in an id or a page alone, as many as show that one is not a lucky one. */
const OF_A_KIND = 3;
const kindOf = (address: string) =>
  address.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID").replace(/=[^&]*/g, "=");

const linksIn = (text: string) =>
  [...text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );

/** Follows every link from home on. @returns the kinds that were opened, and each link that led nowhere. */
async function followed(cookie: string) {
  const waiting = [{ address: "/home", from: "" }];
  const asked = new Set<string>();
  const kinds = new Map<string, number>();
  const nowhere: string[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { address, from } = next;
    const kind = kindOf(address);
    const before = kinds.get(kind) ?? 0;
    if (asked.has(address) || before >= OF_A_KIND) continue;
    asked.add(address);
    kinds.set(kind, before + 1);
    const answer = await fetch(`${server.url}${address}`, { headers: { cookie } });
    const landed = new URL(answer.url).pathname;
    if (answer.status !== 200 || landed === "/sign-in")
      nowhere.push(`${from} -> ${address}: ${answer.status} ${landed}`);
    const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
    const text = isPage ? await answer.text() : "";
    waiting.push(...linksIn(text).map((each) => ({ address: each, from: address })));
  }
  return { kinds: [...kinds.keys()], nowhere };
}

test("every link on the pages of somebody whose office is limited to departments leads somewhere", async () => {
  for (const { name, cookie } of await limitedOfficials(server)) {
    const { kinds, nowhere } = await followed(cookie);
    expect(nowhere, name).toEqual([]);
    // So that it is a walk through the house, and not one step.
    expect(kinds.length, name).toBeGreaterThan(12);
    // Of the sample's rounds none is of the other department.
    if (name.startsWith("HR"))
      expect(kinds.includes("/cycles/ID"), name).toBe(name === "HR of the round");
  }
});

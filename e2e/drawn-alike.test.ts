import type { BrowserContext, Page } from "@playwright/test";
import { languageCookie } from "../app/platform/i18n/language-wishes.server.ts";
import { addresses, filled } from "./support/crawl/addresses.ts";
import { assemble, type Cast, type VisitorName } from "./support/crawl/visitors.ts";
import { expect, test } from "./support/journey.ts";
import { preparedSample } from "./support/sample.ts";
import { type Server, startServer } from "./support/server.ts";

// What the server drew and what the browser would draw must be one, or all of a page is drawn again and what was typed
// into it before the script came is gone. The browser says so as an error of the page, which no journey lets pass.
let server: Server;
let cast: Cast;
test.beforeAll(async () => {
  server = await startServer({ command: "demo", from: await preparedSample() });
  cast = await assemble(server);
});
test.afterAll(() => server.stop());

/** Until the page's script has taken over what the server drew. */
async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("h1") ?? {}).some((key) => key.startsWith("__reactFiber")),
  );
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
}

async function chooseLanguage(context: BrowserContext, language: string): Promise<void> {
  const [chosen] = (await languageCookie.keep(language)).split(";");
  await addCookie(context, String(chosen));
}

async function addCookie(context: BrowserContext, cookie: string): Promise<void> {
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: server.url }]);
}

for (const who of ["hr", "participant"] satisfies VisitorName[])
  test(`every page is drawn by the browser as by the server, in English and German, for ${who}`, async ({
    context,
    page,
  }) => {
    test.setTimeout(1_200_000);
    const cookie = cast.visitors.find(({ name }) => name === who)?.cookie ?? "";
    for (const each of cookie.split("; ")) await addCookie(context, each);
    const taken = { en: 0, de: 0 };
    let refused = false;
    for (const address of addresses().filter(({ isPage }) => isPage)) {
      const path = server.url + filled(address, cast.things);
      for (const language of ["en", "de"] as const) {
        await chooseLanguage(context, language);
        const answer = await page.goto(path);
        // What is refused looks alike everywhere, so once is enough.
        if (!answer?.ok() && refused) break;
        refused ||= !answer?.ok() && language === "de";
        // Some pages are complete as the server sends them.
        if (!(await answer?.text())?.includes("__reactRouterContext")) break;
        await takenOver(page);
        await expect(page.locator("html"), address.pattern).toHaveAttribute("lang", language);
        taken[language] += 1;
      }
    }
    const fewest = who === "hr" ? 40 : 10;
    expect(taken.en).toBeGreaterThan(fewest);
    expect(taken.de).toBe(taken.en);
  });

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { preparedSample } from "./sample.ts";
import { type Role, type Server, startServer } from "./server.ts";

export { expect };

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

type Hands = {
  /** Signs in as one of the people the demo's terminal names. */
  signInAs(role: Role, context?: BrowserContext): Promise<void>;
  /** A page of whoever is signed in, in a browser that runs no script. */
  withoutScript(): Promise<Page>;
  /** No page's script fails on its own, unseen: a page that the server drew otherwise than the browser, say. */
  noFaults: undefined;
};

/**
 * Journeys of one worker share its sample organisation, so each one leaves it fit for the next. They come by TLS, as
 * people do.
 */
export const test = base.extend<Hands, { sample: Server }>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for.
    async ({}, use) => {
      const from = await preparedSample();
      const server = await startServer({ command: "demo", from, tls: true });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  withoutScript: async ({ browser, context, sample }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const plain = await browser.newContext({
        ...{ baseURL: sample.url, javaScriptEnabled: false, ignoreHTTPSErrors: true },
        storageState: await context.storageState(),
      });
      opened.push(plain);
      return plain.newPage();
    });
    await Promise.all(opened.map((plain) => plain.close()));
  },
  noFaults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on("weberror", (each) =>
        faults.push(`${each.page()?.url()}: ${each.error().message}`),
      );
      await use(undefined);
      expect(faults, "errors in the scripts of pages").toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({ sample }, use) => use(sample.url),
  signInAs: async ({ sample, context: own }, use) => {
    await use(async (role, context = own) => signIn(context, sample.url, sample.signIn(role)));
  },
});

type Account = { email: string; password: string };

/** Signs a browser in without visiting the page. */
export async function signIn(context: BrowserContext, url: string, account: Account) {
  const { email, password } = account;
  const answer = await context.request.post(`${url}/sign-in`, {
    form: { email, password, next: "/" },
    headers: { origin: url },
    maxRedirects: 0,
  });
  expect(answer.status(), "signing in").toBe(302);
}

/** Keeps a picture of the whole page when TWOHATS_SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.TWOHATS_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // Colours that are on their way to another look arrive first.
  await page.screenshot({
    ...{ path: join(folder, `${name}.png`), fullPage: true, animations: "disabled" },
  });
}

/** The same narrow and wide, light and dark; where an address is given, opened anew for each. */
export async function shootInEveryLook(page: Page, name: string, address?: string): Promise<void> {
  if (!process.env.TWOHATS_SHOTS) return;
  for (const viewport of [phone, desk])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      if (address !== undefined) await page.goto(address);
      await shoot(page, `${name}-${viewport.width}-${colorScheme}`);
    }
  await page.emulateMedia({ colorScheme: "light" });
}

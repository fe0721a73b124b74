import { type BrowserContext, expect } from "@playwright/test";

/** Addresses that a page links to, each once, in the page's order. The page must open. */
export async function linksOn(
  context: BrowserContext,
  address: string,
  pattern: RegExp,
): Promise<string[]> {
  const answer = await context.request.get(address);
  expect(answer.status(), address).toBe(200);
  const html = await answer.text();
  const hrefs = [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href]) =>
    String(href).replaceAll("&amp;", "&"),
  );
  return [...new Set(hrefs)].filter((href) => pattern.test(href));
}

/** The first of them; fails when there is none. */
export async function linkOn(
  context: BrowserContext,
  address: string,
  pattern: RegExp,
): Promise<string> {
  const [first] = await linksOn(context, address, pattern);
  if (!first) throw new Error(`${address} has no link like ${pattern}`);
  return first;
}

const ID = "[0-9a-f-]{36}";

export const links = {
  cycle: new RegExp(`^/cycles/${ID}$`),
  insights: new RegExp(`^/cycles/${ID}/insights$`),
  participant: new RegExp(`^/cycles/${ID}/participants/${ID}$`),
  role: new RegExp(`^/roles/${ID}$`),
  step: new RegExp(`^/cycles/${ID}/setup/`),
  nomination: new RegExp(`^/nominations/${ID}`),
  person: new RegExp(`^/people/${ID}$`),
  preview: new RegExp(`^/rounds/${ID}/preview`),
  report: new RegExp(`^/reports/${ID}$`),
  message: new RegExp(`^/outbox/${ID}$`),
  request: new RegExp(`^(?:/r/[^/]+|/requests)/${ID}$`),
  part: new RegExp(`^(?:/r/[^/]+|/requests)/${ID}/(?!hand-over$|decline$)[^/]+$`),
} as const;

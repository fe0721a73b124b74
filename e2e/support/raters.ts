import type { Page } from "@playwright/test";
import type { Server } from "./server.ts";

const used = new Map<Server, number>();

/** The personal links that the sample's raters were sent, as their letters have them. */
export function raterLinks(server: Server): string[] {
  const links = server.mailbox.mails.flatMap((mail) => mail.links);
  return [...new Set(links.filter((link) => link.includes("/r/")))];
}

/** Those of them that open a list: somebody of the sample has left, so theirs does not. */
export async function openLinks(
  server: Server,
  { request }: Pick<Page, "request">,
): Promise<string[]> {
  const links: string[] = [];
  for (const link of raterLinks(server)) if ((await request.get(link)).ok()) links.push(link);
  return links;
}

/**
 * The link of a rater whom no other journey of this worker uses, and who has somebody left to begin with; some of the
 * sample are done.
 */
export async function freshLink(
  server: Server,
  { request }: Pick<Page, "request">,
): Promise<string> {
  const links = raterLinks(server);
  for (let next = used.get(server) ?? 0; next < links.length; next += 1) {
    used.set(server, next + 1);
    const link = String(links[next]);
    const list = await (await request.get(link)).text();
    if (/"Start: (?!Yourself)/.test(list)) return link;
  }
  throw new Error("The sample has no more raters.");
}

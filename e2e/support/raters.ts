import type { Server } from "./server.ts";

const used = new Map<Server, number>();

/** The personal links that the sample's raters were sent, as their letters have them. */
export function raterLinks(server: Server): string[] {
  const links = server.mailbox.mails.flatMap((mail) => mail.links);
  return [...new Set(links.filter((link) => link.includes("/r/")))];
}

/** The link of a rater whom no other journey of this worker uses. */
export function rotateLinks(server: Server): string {
  const next = used.get(server) ?? 0;
  used.set(server, next + 1);
  const link = raterLinks(server)[next];
  if (!link) throw new Error("The sample has no more raters.");
  return link;
}

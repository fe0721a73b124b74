import {
  accessLinks,
  addressLetterLink,
  newPasswordLinkOf,
  signInLinkOf,
  wishLinkOf,
} from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { LetterWays } from "~/platform/feature/letter-ways.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type LetterWay, wayMark } from "./domain/letter-way.ts";
import { type DressedText, dressedIn } from "./dress-letter.server.ts";
import { escaped } from "./prepare-letter.server.tsx";

type Linking = Pick<Platform, "clock" | "secret" | "publicUrl">;

type Letter = {
  toName: string;
  toAddress: string;
  html: string;
  plain: string;
  way: LetterWay | null;
};

/**
 * A letter's text with its link in it, which is made at this moment, where it has one to be made; and in its
 * organisation's look of that day. Null while nobody may be sent one: their address was changed since the letter was written, or what it was about is gone.
 */
export async function withLink(
  platform: Linking,
  tx: Tx,
  scope: OrganisationScope,
  letter: Letter,
  ways: LetterWays = {},
): Promise<DressedText | null> {
  const { way } = letter;
  const { logo, ...text } = await dressedIn(tx, scope, letter);
  let { html, plain } = text;
  if (way === null) return { html, plain, logo };
  const links =
    way.to === "lent"
      ? await lentLinks(platform, tx, scope, way, ways)
      : [await linkOf(platform, tx, scope, way, letter)];
  for (const [at, link] of links.entries()) {
    if (link === null) return null;
    html = html.replaceAll(wayMark(at + 1), () => escaped(link));
    plain = plain.replaceAll(wayMark(at + 1), () => link);
  }
  return { html, plain, logo };
}

type Way<To extends LetterWay["to"]> = Extract<LetterWay, { to: To }>;

/** @throws where nobody lends it here: the letter waits for a process that knows. */
async function lentLinks(
  platform: Linking,
  tx: Tx,
  scope: OrganisationScope,
  { by, from }: Way<"lent">,
  ways: LetterWays,
): Promise<readonly (string | null)[]> {
  const make = Object.hasOwn(ways, by) ? ways[by] : undefined;
  if (make === undefined) throw new Error(`nobody lends letters the way "${by}"`);
  return make(platform, tx, scope, from);
}

async function linkOf(
  platform: Linking,
  tx: Tx,
  scope: OrganisationScope,
  way: Exclude<LetterWay, Way<"lent">>,
  { toName: name, toAddress: email }: Letter,
): Promise<string | null> {
  switch (way.to) {
    case "account": {
      const { personId, path, linkVersion } = way;
      const guest = { personId, path, linkVersion, name, email };
      const [link] = await accessLinks(platform, tx, scope, [guest]);
      return link ?? null;
    }
    case "address-change":
      return addressLetterLink(platform, { ...scope, changeId: way.changeId });
    case "new-password":
      return newPasswordLinkOf(platform, tx, way.accountId);
    case "sign-in":
      return signInLinkOf(platform, tx, way.accountId);
    case "new-address":
      return wishLinkOf(platform, tx, way.accountId, way);
  }
}

import {
  accessLinks,
  addressLetterLink,
  newPasswordLinkOf,
  signInLinkOf,
  wishLinkOf,
} from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type LetterWay, WAY_MARK } from "./domain/letter-way.ts";
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
): Promise<DressedText | null> {
  const { way } = letter;
  const { html, plain, logo } = await dressedIn(tx, scope, letter);
  if (way === null) return { html, plain, logo };
  const link = await linkOf(platform, tx, scope, way, letter);
  if (link === null) return null;
  return {
    html: html.replaceAll(WAY_MARK, () => escaped(link)),
    plain: plain.replaceAll(WAY_MARK, () => link),
    logo,
  };
}

async function linkOf(
  platform: Linking,
  tx: Tx,
  scope: OrganisationScope,
  way: LetterWay,
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

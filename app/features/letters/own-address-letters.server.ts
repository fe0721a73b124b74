import { forgetDoneWish, type WishNews, wishLetterFor } from "~/features/identity/index.server.ts";
import { directory } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { designLetter } from "./design-letter.server.ts";
import { accountLetters } from "./kinds.ts";
import { queueMessages } from "./queue-messages.server.ts";
import { sendUnstored } from "./send-unstored.server.ts";

export const wishNews = ["address-asked", "address-confirm", "address-moved"] as const;

/**
 * Writes to the addresses of an account whose owner wishes to sign in with another one: to the old one at once, with
 * the way to stop it; to the new one, whether it is theirs; to both, when it is done.
 */
export async function writeOwnAddressLetter(
  platform: Platform,
  accountId: string,
  about: WishNews,
): Promise<void> {
  const letter = await wishLetterFor({ ...platform, directory }, accountId, about);
  if (!letter) return;
  const { organisationId, organisation, address, due, way } = letter;
  const language = languageAmong(languages, letter.language === null ? [] : [letter.language]);
  const fill = await designLetter(accountLetters[about], language);
  const link =
    way === null
      ? `${platform.publicUrl}/sign-in`
      : ({ to: "new-address", accountId, ...way } as const);
  const written = letter.to.map(({ isNew, ...to }) => {
    const facts = { name: to.name, organisation, address, date: writtenDate(due, language) };
    return { isNew, to, ...fill(facts, link) };
  });
  // Of the new address nothing is kept with letters, where administrators would read whose it is.
  for (const { isNew, to, ...own } of written)
    if (isNew) await sendUnstored(platform, { organisationId, accountId, to }, own);
  await inOrganisation(platform, { organisationId }, async (tx) => {
    const messages = written.flatMap(({ isNew, ...own }) =>
      isNew ? [] : [{ aboutId: null, accountId, ...own }],
    );
    await queueMessages(platform, tx, { organisationId }, messages);
    if (about === "address-moved") await forgetDoneWish(tx, accountId);
  });
}

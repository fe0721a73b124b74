import { accountLetterFor } from "~/features/identity/index.server.ts";
import { NEW_PASSWORD_MINUTES, SIGN_IN_LINK_MINUTES } from "~/features/identity/index.ts";
import { directory } from "~/features/people/index.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { JobPayloads } from "~/platform/jobs/queues.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { designLetter } from "./design-letter.server.ts";
import { accountLetters } from "./kinds.ts";
import { wishNews, writeOwnAddressLetter } from "./own-address-letters.server.ts";
import { queueLetter, sendUnstored } from "./send-unstored.server.ts";

/** Letters that anybody may ask for: what their link opens, and for how many minutes. */
const asked = {
  forgotten: { to: "new-password", minutes: NEW_PASSWORD_MINUTES },
  "sign-in": { to: "sign-in", minutes: SIGN_IN_LINK_MINUTES },
} as const;

/**
 * Writes to the owner of an account: the link they asked for, or what was changed. Most jobs for a link are about no
 * account at all: for those a letter is laid out as well, so that the server is as busy with them.
 */
export async function writeAccountLetter(
  platform: Platform,
  { accountId, about }: JobPayloads["account-letter"],
): Promise<void> {
  const news = wishNews.find((each) => each === about);
  if (news) return writeOwnAddressLetter(platform, accountId, news);
  const letter = await accountLetterFor({ ...platform, directory }, accountId);
  const wanted = letter?.language ?? null;
  const language = languageAmong(languages, wanted === null ? [] : [wanted]);
  const fill = await designLetter(accountLetters[about], language);
  if (!letter) return;
  const facts = { name: letter.to.name, organisation: letter.organisation };
  if (about === "forgotten" || about === "sign-in") {
    const { to, minutes } = asked[about];
    const written = fill({ ...facts, minutes: String(minutes) }, { to, accountId });
    await sendUnstored(platform, letter, written);
  } else await queueLetter(platform, letter, fill(facts, `${platform.publicUrl}/new-password`));
}

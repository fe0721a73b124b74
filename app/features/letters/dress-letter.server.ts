import { type LetterBrand, letterBrandOf } from "~/features/branding/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { MailPicture } from "~/platform/mail/mailer.server.ts";
import { escaped } from "./prepare-letter.server.tsx";

type Text = { html: string; plain: string };

/** A letter in its organisation's look; the logo goes with it, and is fetched from nowhere. */
export type DressedText = Text & { logo: MailPicture | null };

const LOGO = "logo";
/** Half of what is drawn, as on pages: screens that draw fine show all of it. */
const SHOWN = 2;
const SHEET_BEGINS = '<p class="ink"';
/** The fill of a button (`BUTTON_FILL`). Outside of tags the sign that begins one is escaped. */
const BUTTON = /(<a [^<>]*background-color:)#1f5fa8/g;

/** A letter in the look that its organisation has when it leaves. One that chose none is as it was written. */
export async function dressedIn(
  tx: Tx,
  scope: OrganisationScope,
  letter: Text,
): Promise<DressedText> {
  return dressed(letter, await letterBrandOf(tx, scope));
}

/**
 * What is put in stands beside the letter's own words: signs that mean something in HTML are escaped in these, so
 * nothing that somebody typed is taken for a place of ours.
 */
export function dressed(letter: Text, brand: LetterBrand): DressedText {
  const { logo, button, name, registered } = brand;
  let { html, plain } = letter;
  if (button) html = html.replaceAll(BUTTON, (_, before: string) => `${before}${button}`);
  if (logo) {
    const size = `width="${Math.ceil(logo.width / SHOWN)}" height="${Math.ceil(logo.height / SHOWN)}"`;
    const picture = `<p style="margin:0 0 24px"><img src="cid:${LOGO}" ${size} alt="${escaped(name)}" style="background:#ffffff;border-radius:4px"></p>`;
    html = html.replace(SHEET_BEGINS, () => `${picture}${SHEET_BEGINS}`);
  }
  if (registered !== null) {
    const words = textsIn(languageOf(html)).t("notifications:message.registered", {
      ...{ name, registered },
    });
    const end = html.lastIndexOf("</p>");
    if (end >= 0) html = `${html.slice(0, end)}<br>${escaped(words)}${html.slice(end)}`;
    plain = `${plain}\n\n${words}`;
  }
  const picture = logo && { cid: LOGO, name: "logo.png", type: "image/png", content: logo.png };
  return { html, plain, logo: picture };
}

/** What a letter is written in, as it says itself. */
function languageOf(html: string) {
  const begins = html.indexOf("<html");
  const tag = begins < 0 ? "" : html.slice(begins, html.indexOf(">", begins));
  const said = / lang="([\w-]+)"/.exec(tag)?.[1];
  return languageAmong(languages, said === undefined ? [] : [said]);
}

/** The same as a page shows it, which has no letter to fetch a picture from. */
export function pictured({ html, logo }: DressedText): string {
  if (!logo) return html;
  const source = `data:${logo.type};base64,${logo.content.toString("base64")}`;
  return html.replace(`src="cid:${logo.cid}"`, () => `src="${source}"`);
}

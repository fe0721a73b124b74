import { type Language, languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { readOnIn } from "~/platform/i18n/reader-language.server.ts";

/** The language that an address asks for, so that search engines find each; null where it asks for none. */
export function languageIn(request: Request): Language | null {
  const said = new URL(request.url).searchParams.get("lang");
  return languages.find((each) => each === said) ?? null;
}

/**
 * The page is the same for everyone who reads its language, signed in or not: what is known of whoever asks is left
 * aside, so that it may be kept and handed to the next.
 */
export async function forEveryone({ request }: { request: Request }): Promise<void> {
  readOnIn(languageIn(request) ?? languageAmong(languages, await languageWishes(request.headers)));
}

const OPEN = {
  "Cache-Control": "public, max-age=0, must-revalidate",
  Vary: "Accept-Language, Cookie",
};
const UNKEPT = { "Cache-Control": "private, no-store" };

/** For what a page answers to an address: anybody may keep it, and asks whether it still holds. */
export const keepable: ResponseInit = { headers: OPEN };

/** For what a page answers to a form: it is one person's, and nobody keeps it. */
export function unkept(status: number): ResponseInit {
  return { status, headers: UNKEPT };
}

/** The headers of a page that is open to everyone: what it answers to a form has its own. */
export function openHeaders(of: { actionHeaders: Headers; loaderHeaders: Headers }): Headers {
  return of.actionHeaders.has("Cache-Control") ? of.actionHeaders : of.loaderHeaders;
}

import { match } from "@formatjs/intl-localematcher";
import { parseAccept } from "hono/utils/accept";
import { ownCookie } from "../http/own-cookie.server.ts";

/** A choice of language, kept with the browser. */
export const languageCookie = ownCookie("twohats-language", /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
  maxAge: 60 * 60 * 24 * 365,
});

/**
 * What a reader would like to read, best first: what they chose, what is known of them, what their browser asks for.
 */
export async function languageWishes(
  headers: Headers,
  own: string | null = null,
): Promise<string[]> {
  const chosen = await languageCookie.read(headers.get("cookie"));
  const asked = parseAccept(headers.get("accept-language") ?? "").filter(({ q }) => q > 0);
  return [chosen, own, ...asked.map(({ type }) => type)].filter((wish) => wish !== null);
}

/** The offer that suits the wishes best, as CLDR tells how near languages are; the first offer when none suits. */
export function languageAmong<Offer extends string>(
  offered: readonly [Offer, ...Offer[]],
  wishes: readonly string[],
): Offer {
  const readable = wishes.slice(0, MOST_WISHES).flatMap(asTag);
  // In a long list the matcher stops before a wish far down that can be met.
  const met = readable.filter((wish) => match([wish], offered, NONE) !== NONE);
  const best = match(met, offered, offered[0]);
  return offered.find((offer) => offer === best) ?? offered[0];
}

const NONE = "";
/** No browser asks for so many; a header could hold thousands. */
const MOST_WISHES = 100;
/** The longest tag that RFC 5646 (4.4.1) reckons with. */
const LONGEST_TAG = 35;

/** A wish as the matcher takes it; nothing for what is no language, such as "*". */
function asTag(wish: string): string[] {
  if (wish.length > LONGEST_TAG || !/^[a-z]{2,3}(-|$)/i.test(wish)) return [];
  try {
    return Intl.getCanonicalLocales(wish).map(bounded);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const seen = new Set<string>();
const MOST_SEEN = 5_000;

/**
 * The matcher remembers every tag it was ever given, and visitors may make up as many as they like: of more, the
 * language alone.
 */
function bounded(tag: string): string {
  if (seen.size < MOST_SEEN) seen.add(tag);
  return seen.has(tag) ? tag : (tag.split("-", 1)[0] ?? tag);
}

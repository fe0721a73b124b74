/** Languages that raters' pages are written in. Other pages are in the first one. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];

const ONE_YEAR = 60 * 60 * 24 * 365;
const COOKIE = /(?:^|;\s*)twohats-language=([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/;

/** Keeps a choice of language with the browser. */
export function languageCookie(language: string): string {
  return `twohats-language=${language}; Path=/; SameSite=Lax; Max-Age=${ONE_YEAR}`;
}

/** What a reader would like to read, best first: what they chose, what is known of them, what their browser asks for. */
export function languageWishes(headers: Headers, own: string | null = null): string[] {
  const chosen = COOKIE.exec(headers.get("cookie") ?? "")?.[1];
  return [chosen, own, ...accepted(headers.get("accept-language") ?? "")].flatMap(
    (wish) => wish ?? [],
  );
}

function accepted(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.split(";").map((each) => each.trim());
      const quality = settings.find((each) => each.startsWith("q="))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => /^[A-Za-z]{2,3}(-|$)/.test(tag) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** The first wish that is offered, region or not; the first offer when none is. */
export function languageAmong<Offer extends string>(
  offered: readonly [Offer, ...Offer[]],
  wishes: readonly string[],
): Offer {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  for (const wish of wishes) {
    const found =
      offered.find((offer) => offer.toLowerCase() === wish.toLowerCase()) ??
      offered.find((offer) => primary(offer) === primary(wish));
    if (found) return found;
  }
  return offered[0];
}

/** A language's name in that language, such as "Deutsch". */
export function ownName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

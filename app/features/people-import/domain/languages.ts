/** Languages that people are likely to have in a file; others are still read by their code. */
const CODES =
  "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi yue zh zu".split(
    " ",
  );
/** Whose words for languages and countries are known, beside each language's own. */
const NAMED_IN = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da"];

const CODE = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:\.[a-z\d-]+)?$/i;
const WITH_REGION = /^([^()[\],–-]+?) ?[([,–-] ?([^()[\]]+?)[)\]]?$/;
const REGIONS =
  "AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LI LT LU LV MT MX MY NG NL NO NZ PE PH PK PL PT RO RS RU SA SE SG SI SK TH TR TW UA US VN ZA".split(
    " ",
  );

type Names = { languages: ReadonlyMap<string, string>; regions: ReadonlyMap<string, string> };
let known: Names | null = null;

/** The code of a language ("de", "de-CH") by its code, or by its name in one of ten languages or its own. */
export function readLanguage(text: string): string | null {
  const code = CODE.exec(text);
  if (code) {
    const [, language = "", script, region] = code;
    const tag = [language, script, region].filter((part) => part !== undefined).join("-");
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical && isLanguage(canonical)) return canonical;
  }
  const { languages, regions } = names();
  const whole = languages.get(plain(text));
  if (whole) return whole;
  const [, name, place] = WITH_REGION.exec(text) ?? [];
  const language = name === undefined ? undefined : languages.get(plain(name));
  if (language === undefined || place === undefined) return null;
  const region = regions.get(plain(place)) ?? (/^[A-Z]{2}$/.test(place) ? place : undefined);
  return region === undefined ? null : `${language}-${region}`;
}

function isLanguage(tag: string): boolean {
  const [language = ""] = tag.split("-");
  return (
    new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(language) !== undefined
  );
}

function names(): Names {
  if (known) return known;
  const languages = new Map<string, string>();
  const regions = new Map<string, string>();
  for (const locale of [...NAMED_IN.toReversed(), ...CODES].toReversed()) {
    const language = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
    const region = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    // Of each language its own name; of ten the names of all.
    for (const code of NAMED_IN.includes(locale) ? CODES : [locale]) {
      const name = language.of(code);
      if (name) languages.set(plain(name), code);
    }
    if (!NAMED_IN.includes(locale)) continue;
    for (const code of REGIONS) {
      const name = region.of(code);
      if (name) regions.set(plain(name), code);
    }
  }
  for (const [name, code] of SHORT_REGIONS) regions.set(name, code);
  known = { languages, regions };
  return known;
}

const SHORT_REGIONS = [
  ["uk", "GB"],
  ["great britain", "GB"],
  ["usa", "US"],
  ["united states of america", "US"],
  ["czech republic", "CZ"],
] as const;

function plain(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").trim();
}

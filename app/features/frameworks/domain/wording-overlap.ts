/** The languages whose small words and endings are known. */
export type OverlapLanguage = "en" | "de";

const FILLERS: Record<OverlapLanguage, ReadonlySet<string>> = {
  en: new Set(
    "a an and are as at be before but by do does for from has have how i in is it its me my no not of on one or own so some that the their them they this to up was what when who will with you your name people person team work".split(
      " ",
    ),
  ),
  de: new Set(
    "aber alle allem allen alles als am an andere anderen anderer auch auf aus bei beim bis da dabei damit dann das dass dem den der des die dies diese diesem diesen ein eine einem einen einer eines er es für gegen geht gibt hat hier ich ihr ihre ihren im in ist ja jede jeden jeder jedes kein keine man mit nach name nicht noch nur ob oder ohne sein sich sie sind so über um und vom von vor war was wenn wer wie wird wird wo zu zum zur menschen person team arbeit arbeiten".split(
      " ",
    ),
  ),
};

const ENDINGS: Record<OverlapLanguage, RegExp> = {
  en: /(?<=.{3})(ing|ed|es|s|e)$/,
  de: /(?<=.{3})(ern|en|er|es|em|e|n|s|t)$/,
};

/** The words of a text that carry its meaning: lower case, common endings cut, fillers left out. */
export function meaningWords(text: string, language: OverlapLanguage = "en"): Set<string> {
  const words =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}']+/gu) ?? [];
  return new Set(
    words
      .map((word) => word.replace(/'s$|'/g, ""))
      .filter((word) => word !== "" && !FILLERS[language].has(word))
      .map((word) => word.replace(ENDINGS[language], "")),
  );
}

/** Share of their meaning words that two texts have in common: 0 none, 1 all. Jaccard (1901). */
export function wordingOverlap(
  first: string,
  second: string,
  language: OverlapLanguage = "en",
): number {
  return sharedWords(meaningWords(first, language), meaningWords(second, language));
}

/** Share of two sets of words that they have in common; 1 when both are empty. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.union(b);
  return all.size === 0 ? 1 : a.intersection(b).size / all.size;
}

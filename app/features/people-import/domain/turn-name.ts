/** What may stand after a comma without being a first name. */
const TITLES = new Set(
  "jr sr i ii iii iv v phd dphil md mba msc ma bsc ba llm llb dds esq cpa cfa dr prof meng beng rn pe".split(
    " ",
  ),
);

/** "Quay, Ada" in parts; null for a name that is not written so ("Ada Quay, PhD"). */
export function turnedName(name: string): { givenName: string; familyName: string } | null {
  const [familyName = "", givenName = "", ...more] = name.split(",").map((part) => part.trim());
  if (familyName === "" || givenName === "" || more.length > 0) return null;
  const words = givenName.toLowerCase().replace(/\./g, "").split(/\s+/);
  return words.every((word) => TITLES.has(word)) ? null : { givenName, familyName };
}

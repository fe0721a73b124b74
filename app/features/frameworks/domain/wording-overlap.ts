const FILLERS = new Set(
  "a an and are as at be before but by do does for from has have how i in is it its me my no not of on one or own so some that the their them they this to up was what when who will with you your name people person team work".split(
    " ",
  ),
);

/** The words of a text that carry its meaning: lower case, common endings cut, fillers left out. */
export function meaningWords(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[a-z']+/g) ?? [];
  return new Set(
    words
      .map((word) => word.replace(/'s$|'/g, ""))
      .filter((word) => word !== "" && !FILLERS.has(word))
      .map((word) => word.replace(/(?<=.{3})(ing|ed|es|s|e)$/, "")),
  );
}

/** Share of their meaning words that two texts have in common: 0 none, 1 all. Jaccard (1901). */
export function wordingOverlap(first: string, second: string): number {
  const a = meaningWords(first);
  const b = meaningWords(second);
  const all = new Set([...a, ...b]);
  if (all.size === 0) return 1;
  return [...a].filter((word) => b.has(word)).length / all.size;
}

const LONGEST = 40;

/** A key that nothing has yet, made of the first words of a text, so that columns of an export can be told apart. */
export function freshKey(words: string, begin: string, taken: ReadonlySet<string>): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, " ")
    .trim()
    .split(" ")
    .slice(0, 5)
    .join("-")
    .slice(0, LONGEST)
    .replace(/-$/u, "");
  const name =
    /^[a-z]/u.test(slug) && begin === "" ? slug : [begin || "item", slug].filter(Boolean).join("-");
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}-${count}`)) count += 1;
  return `${name}-${count}`;
}

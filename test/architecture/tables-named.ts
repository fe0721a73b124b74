/** Where Kysely is given a table: as `"person"`, `"person as coach"`, or several in a list. */
const CALLS =
  /\b(?:selectFrom|(?:inner|left|right|full|cross)Join|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|using|table|(?<!Array\.)from)\(\s*(\[[^\]]*\]|["'`][\w.]+(?: as \w+)?["'`])/g;
const IN_SQL = /\bsql(?:\.raw)?(?:<[^`]*?>)?\s*\(?`((?:[^`\\]|\\.)*)`/gs;
/** A table's place in a statement; a list of tables goes on after each comma. */
const PLACES =
  /\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE)\s+(?:ONLY\s+)?((?:[\w."]+(?:\s+(?:AS\s+)?\w+)?\s*,\s*)*[\w."]+)/gi;

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * The tables among `known` (in camel case, as Kysely has them) that a source names, whether to Kysely or in SQL. Reads
 * the ways in which this application writes them. A query that is named like a table counts as the table.
 */
export function tablesNamed(source: string, known: ReadonlySet<string>): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const named = [...text.matchAll(CALLS)].flatMap(([, given = ""]) =>
    [...given.matchAll(/["'`]([\w.]+)/g)].map(([, table = ""]) => table),
  );
  for (const [, statement = ""] of text.matchAll(IN_SQL))
    for (const [, list = ""] of statement.replace(/--.*$/gm, "").matchAll(PLACES))
      named.push(
        ...list.split(",").map((each) => each.trim().split(/\s/)[0]?.replaceAll('"', "") ?? ""),
      );
  return [...new Set(named.map(camel).filter((table) => known.has(table)))].sort();
}

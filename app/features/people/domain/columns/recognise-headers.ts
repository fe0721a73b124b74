import { saysWhyAway } from "./absence-reasons.ts";
import { AWAY_FIELDS, type AwayField, type ImportField } from "./fields.ts";
import { HEADER_WORDS } from "./header-words.ts";
import { plainTitle } from "./plain-title.ts";

type Meaning = { field: ImportField; rank: number };

/** Of a word that means two fields in two languages, the first of these fields keeps it. */
const MEANINGS = new Map<string, Meaning>(
  Object.entries(HEADER_WORDS)
    .flatMap(([field, words]) =>
      words.map((word, rank): [string, Meaning] => [word, { field: field as ImportField, rank }]),
    )
    .toReversed(),
);

/** What a column is called here and by us: "Hire date (dd/mm/yyyy)", "E-mail *". */
const ADDITION = /[([][^()[\]]*[)\]]/gu;

/**
 * What each column means, or null where that is for a person to say. A field is given once: of "Email" and "Work email"
 * the more telling header wins, of two equal ones the first.
 */
export function recogniseHeaders(header: readonly string[]): (ImportField | null)[] {
  const meanings = header.map(meaningOf);
  // "Nom" beside "Prénom" and "Name" beside "Vorname" are the family name; "Nome" beside "Cognome" is the first.
  const given = meanings.some((meaning) => meaning?.field === "givenName");
  const family = meanings.some((meaning) => meaning?.field === "familyName");
  if (given && !family) {
    header.forEach((title, column) => {
      if (FAMILY_BESIDE_GIVEN.has(plainTitle(title)))
        meanings[column] = { field: "familyName", rank: 0 };
    });
  }
  if (family && !given) {
    header.forEach((title, column) => {
      if (plainTitle(title) === "nome") meanings[column] = { field: "givenName", rank: 0 };
    });
  }
  for (const [column, field] of spanOfAbsences(header, meanings))
    meanings[column] = { field, rank: 0 };
  const winner = new Map<ImportField, { column: number; rank: number }>();
  meanings.forEach((meaning, column) => {
    if (!meaning) return;
    const best = winner.get(meaning.field);
    if (!best || meaning.rank < best.rank)
      winner.set(meaning.field, { column, rank: meaning.rank });
  });
  return meanings.map((meaning, column) =>
    meaning && winner.get(meaning.field)?.column === column ? meaning.field : null,
  );
}

/** Columns of a header that say why somebody is away, or may (`absence-reasons`). */
export function reasonColumns(header: readonly string[]): number[] {
  const meant = recogniseHeaders(header);
  return [...header.keys()].filter(
    (column) => meant[column] === null && saysWhyAway(header[column] ?? ""),
  );
}

/** How many columns of a header are known. */
export function knownHeaders(header: readonly string[]): number {
  return recogniseHeaders(header).filter((field) => field !== null).length;
}

const FAMILY_BESIDE_GIVEN = new Set(["name", "nom", "naam", "nome", "navn", "namn"]);

function meaningOf(title: string): Meaning | null {
  const whole = MEANINGS.get(plainTitle(title));
  if (whole) return whole;
  const bare = title.replace(ADDITION, "");
  return (bare !== title && MEANINGS.get(plainTitle(bare))) || null;
}

/** Titles of a first and of a last day, which say of what only beside others. */
const SPAN_TITLES: Record<AwayField, ReadonlySet<string>> = {
  awayFrom: new Set("from von ab du desde dal van od fran fra".split(" ")),
  awayUntil: new Set("until till to bis au hasta ate al tot do til".split(" ")),
};
/** And of those of employment, which mean an absence beside a column that says why. */
const DATE_TITLES: Record<AwayField, ReadonlySet<string>> = {
  awayFrom: new Set(
    "startdate start begin begins beginn startdatum datedebut datededebut debut fechainicio fechadeinicio datainicio datadeinicio datainizio".split(
      " ",
    ),
  ),
  awayUntil: new Set(
    "enddate end ends ende enddatum datefin datedefin fin fechafin fechadefin datafim datafine datadifine einddatum".split(
      " ",
    ),
  ),
};
const TELLING: readonly ImportField[] = [
  "employeeId",
  "email",
  "name",
  "givenName",
  "familyName",
  "preferredName",
];

/**
 * Which columns of a list of absences hold their first and last days: "from" and "until" where there is nothing else
 * but whom they are of, and dates of any kind beside a column that says why.
 */
function spanOfAbsences(
  header: readonly string[],
  meanings: readonly (Meaning | null)[],
): [number, AwayField][] {
  const away: readonly ImportField[] = AWAY_FIELDS;
  if (meanings.some((meaning) => meaning && away.includes(meaning.field))) return [];
  const saysWhy = header.some(saysWhyAway);
  const isOthers = meanings.some((meaning) => meaning && !TELLING.includes(meaning.field));
  if (!saysWhy && isOthers) return [];
  const found = AWAY_FIELDS.map((field): [number, AwayField] => {
    const column = header.findIndex((title) => {
      const word = plainTitle(title.replace(ADDITION, ""));
      return SPAN_TITLES[field].has(word) || (saysWhy && DATE_TITLES[field].has(word));
    });
    return [column, field];
  });
  return found.every(([column]) => column >= 0) ? found : [];
}

import { DATED_FIELDS, type ImportField } from "~/features/people/domain/index.ts";

const DATED: readonly ImportField[] = DATED_FIELDS;

/** What programs and people write where there is nothing, in small letters. */
const NOTHING = new Set(
  [
    "null,nil,none,n/a,n.a.,n.a,n\\a,na,nan,nat,undefined,not applicable,not available,unknown,tbd,tba,tbc,(null),<null>,[null]",
    "(blank),(empty),(none),blank,empty,\\n,-,--,---,–,—,−,.,..,...,?,??,???,_,*,/,x,k.a.,k. a.,k.a,keine angabe,keine,kein,unbekannt",
    "entfällt,nicht vorhanden,nicht zutreffend,s/d,s.d.,n.d.,n/d,sin datos,no aplica,ninguno,ninguna,non renseigné,non applicable",
    "néant,aucun,aucune,n.v.t.,nvt,onbekend,geen,n.r.,brak,nie dotyczy,n.p.,não aplicável,não informado,nenhum,sem dados,nessuno",
    "nessuna,non disponibile,ej tillämpligt,saknas,ingen,ikke relevant",
  ].flatMap((line) => line.split(",")),
);

/** Dates that stand for none, as databases write them. */
const NO_DATE =
  /^(?:0{4}([-/.])0{1,2}\1(?:0{1,2})|0{1,2}([-/.])0{1,2}\2(?:0{4}|0{2})|0{8}|0)(?:[ T]|$)/;
const FIRST_DATES = new Set([
  "0001-01-01",
  "01.01.0001",
  "01/01/0001",
  "1/1/0001",
  "1753-01-01",
  "1899-12-30",
  "1899-12-31",
  "1900-01-00",
  "1900-01-01",
  "01.01.1900",
  "01/01/1900",
  "1/1/1900",
  "1/0/1900",
]);

/** Where these are words of their own: Namibia and North America, a grade X, people called Null or None. */
const ALSO_NAMES: ReadonlySet<ImportField> = new Set(["givenName", "familyName", "preferredName"]);
const ALSO_PLACES: ReadonlySet<ImportField> = new Set([
  "country",
  "location",
  "division",
  "department",
]);
const PLACES = new Set(["NA", "Na", "Nan", "na", "x", "X", "Nil"]);
const LETTERS = /^\p{L}+$/u;

/** Whether a cell says that there is nothing. Of a date, also as its first day of all. */
export function isPlaceholder(text: string, field: ImportField): boolean {
  if (DATED.includes(field)) {
    if (NO_DATE.test(text) || FIRST_DATES.has(text.split(/[ T]/, 1)[0] ?? "")) return true;
  }
  const lower = text.toLowerCase();
  if (!NOTHING.has(lower)) return false;
  if (field === "jobLevel" && (lower === "x" || lower === "none")) return false;
  if (lower === "x" || lower === "*") return field !== "status" && field !== "share";
  if (ALSO_PLACES.has(field) && PLACES.has(text)) return false;
  if (ALSO_NAMES.has(field) || field === "name") {
    // A name is written with small letters, or it is one that nobody has.
    return !LETTERS.test(text) || text === "NULL" || text === "NaN" || text === "null";
  }
  return true;
}

const ERRORS = new Set(
  [
    "#n/a #ref! #value! #name? #div/0! #num! #null! #spill! #calc! #getting_data #field! #blocked! #connect! #unknown! #busy! #external!",
    "#nv #bezug! #wert! #zahl! #überlauf! #n/d #valeur! #nom? #nombre! #nul! #¡ref! #¡valor! #¿nombre? #¡div/0! #¡num! #¡nulo!",
    "#rif! #valore! #nome? #num! #nullo! #n/b #verw! #waarde! #naam? #deel/0! #getal! #leeg! #valor! #núm! #nulo!",
    "#n/d! #adr! #arg! #nazwa? #dzielnik/0! #liczba! #zero! #dział/0! #dziel/0! #saknas! #referens! #värdefel! #namn? #division/0! #ogiltigt!",
    "#i/t #reference! #værdi! #navn?",
  ].flatMap((line) => line.split(" ")),
);
const TOO_NARROW = /^#{3,}$/;
const OF_OTHERS = /^Err:\d{3}$/;

/** Whether a cell shows an error in place of what it should hold: a failed look-up, a column too narrow. */
export function isCellError(text: string): boolean {
  return (
    (text.startsWith("#") && (ERRORS.has(text.toLowerCase()) || TOO_NARROW.test(text))) ||
    OF_OTHERS.test(text)
  );
}

/** The columns of a table of roles, one row for each role and competency, with other words that are understood. */
export const roleColumns = {
  role: ["Role", "Rolle"],
  validFrom: ["Applies from", "Gilt ab"],
  parent: ["Inherits from", "Erbt von"],
  competencyId: ["Competency id", "Kennung der Kompetenz"],
  competency: ["Competency", "Kompetenz"],
  level: ["Level", "Stufe"],
  weight: ["Weight", "Gewicht"],
  importance: ["Importance", "Bedeutung"],
  join: ["Who matches", "Wer passt"],
  titles: ["Job titles", "Stellenbezeichnungen"],
  levels: ["Job levels", "Stellenebenen"],
  departments: ["Departments", "Abteilungen"],
  people: ["People", "Personen"],
  zone: ["Target zone", "Zielbereich"],
} as const;
export type RoleColumn = keyof typeof roleColumns;

export const roleHeader: readonly string[] = Object.values(roleColumns).map(([name]) => name);

/** Words for values, the first as we write it. */
export const valueWords: Readonly<Record<string, readonly string[]>> = {
  all: ["all", "alle", "alles"],
  any: ["any", "beliebig", "eines"],
  open: ["open", "offen"],
  none: ["none", "keine"],
  useful: ["useful", "hilfreich", "nützlich"],
  ordinary: ["ordinary", "wie überall", "normal"],
  important: ["important", "wichtig"],
  essential: ["essential", "unverzichtbar", "wesentlich", "am wichtigsten"],
};

export type Paper = "a4" | "letter";

/** Countries that print on Letter, by their ISO 3166 code and English name, as directories write either. */
const LETTER = new Set(
  (
    "us|usa|united states|united states of america|ca|canada|mx|mexico|ph|philippines|co|colombia|cl|chile|ve|venezuela|" +
    "cr|costa rica|gt|guatemala|pa|panama|do|dominican republic|sv|el salvador|ni|nicaragua|pr|puerto rico"
  ).split("|"),
);

/** The paper of a country, A4 unless it is known to print on Letter. */
export function paperOf(country: string | null): Paper {
  const name = country?.trim().toLowerCase();
  return name && LETTER.has(name) ? "letter" : "a4";
}

/** The paper someone asked for, or that of their country. */
export function chosenPaper(asked: string | null, country: string | null): Paper {
  return asked === "a4" || asked === "letter" ? asked : paperOf(country);
}

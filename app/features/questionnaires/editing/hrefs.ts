type Said = Readonly<Record<string, string | number | null | undefined>>;

function asked(said: Said): string {
  const pairs = Object.entries(said).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  const query = new URLSearchParams(pairs).toString();
  return query && `?${query}`;
}

/** A questionnaire as it was published, in its newest version unless told. */
export function questionnaireHref(key: string, version?: number): string {
  return `/questionnaires/${key}${asked({ version })}`;
}

/** The draft of a questionnaire, or a page on which something of it is changed. */
export function draftHref(
  key: string,
  page?: "about" | "item" | "page" | "scale" | "condition" | "words" | "import",
  said: Said = {},
): string {
  return `/questionnaires/${key}/draft${page ? `/${page}` : ""}${asked(said)}`;
}

/** Where an item or a page stands in the draft. */
export function placeInDraft(key: string, thing: string): string {
  return `${draftHref(key)}#${thing}`;
}

export function previewHref(key: string, said: Said): string {
  return `/questionnaires/${key}/preview${asked(said)}`;
}

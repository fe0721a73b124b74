/** A language of a record as a reader calls it, such as "Portuguese" for "pt"; what is no language stays as it is. */
export function nameOfLanguage(language: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: "language" }).of(language) ?? language;
  } catch (error) {
    if (error instanceof RangeError) return language;
    throw error;
  }
}

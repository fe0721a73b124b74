type Ask = () => string | undefined;

// In a browser the document says what it was written in.
let ask: Ask = () => (typeof document === "undefined" ? undefined : document.documentElement.lang);

/** The language that whoever reads what is being made reads: a page, a file, a download (decision 49). */
export function readerLanguage(): string {
  return ask() || "en";
}

/** A server, which makes pages for many at once, says how to find out for whom it is at work. */
export function readersAreKnownBy(known: Ask): void {
  ask = known;
}

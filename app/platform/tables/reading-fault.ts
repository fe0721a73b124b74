/** Why a file as a whole cannot be read as a table. */
export type ReadingFault = (typeof readingFaults)[number];

export const readingFaults = [
  "file-empty",
  "file-too-large",
  "file-too-much-inside",
  "file-too-slow",
  "file-too-many-rows",
  // Too many files are being read, or wait to be: worth trying again.
  "file-busy",
  "file-type-unknown",
  "file-old-excel",
  "file-binary-excel",
  "file-xml-spreadsheet",
  "file-html",
  "file-web-archive",
  "file-opendocument",
  "file-numbers",
  "file-word",
  "file-pdf",
  "file-json",
  "file-zip",
  "file-binary",
  "file-damaged",
  "file-protected",
  "file-quote-open",
  "file-line-too-long",
] as const;

/** `row` is where reading stopped, if that can be told. */
export type ReadingRefusal = { ok: false; reason: ReadingFault; row?: number };

/** Files above this size, in bytes, are refused before they are read. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** The HTTP status that says why a file was refused. */
export function statusOfFault(reason: string): 400 | 413 | 503 {
  if (reason === "file-busy") return 503;
  return reason === "file-too-large" || reason === "file-too-much-inside" ? 413 : 400;
}

/** Whether the same file may well be read a little later: what is to blame is how busy the machine is. */
export function isPassing(reason: string): reason is "file-busy" | "file-too-slow" {
  return reason === "file-busy" || reason === "file-too-slow";
}

/** An address with the language that the one before asked for, if any. */
export function inSameLanguage(path: string, said: string | null): string {
  if (said === null) return path;
  return `${path}${path.includes("?") ? "&" : "?"}lang=${said}`;
}

/** A path on this site to go back to, or the front page: never another site's address. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted) || hasControlCharacter(wanted))
    return "/";
  // A header carries ASCII only.
  return wanted.toWellFormed().replace(/[^!-~]+/gu, encodeURIComponent);
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character.charCodeAt(0) < 32);
}

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * What makes two names the same: composed letters (é typed in two ways), single spaces, and for addresses small
 * letters. Most names are plain and are their own.
 */
export function labelKey(name: string): string {
  if (PLAIN.test(name)) return name.includes("@") ? name.toLowerCase() : name;
  const key = name.normalize("NFC").replace(/\s+/gu, " ").trim();
  return key.includes("@") ? key.toLowerCase() : key;
}

const NOBODY = new Set(
  "anonymous anon anonymus anonym anonyme anónimo anónima anonimo anonima anônimo anoniem anonimowy unknown hidden confidential undisclosed unbekannt inconnu desconocido".split(
    " ",
  ),
);
const LONGEST_NOBODY = 24;
const MORE =
  /^(?:the )?(?:(?:anonymous|anon) (?:rater|reviewer|respondent|user|colleague)|name withheld|not disclosed|vertraulich|rater|reviewer|respondent)$/;

/** Whether a rater's name hides who it is, so that it may stand for many. */
export function isNobody(name: string): boolean {
  // Most raters of long files are numbers.
  if (name.length > LONGEST_NOBODY || (name.charCodeAt(0) >= 48 && name.charCodeAt(0) <= 57))
    return false;
  const plain = name
    .toLowerCase()
    .replace(/[()[\]*]/g, "")
    .trim();
  return NOBODY.has(plain) || MORE.test(plain);
}

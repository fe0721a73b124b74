/** A title as titles are compared: small letters and digits, without accents. */
export function plainTitle(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** With fewer letters even a good guess is often wrong. */
const FEWEST_LETTERS = 40;

/**
 * The language of a text, as ISO 639-1, where it is long enough to be sure; null otherwise. By counts of letter
 * sequences (the Efficient Language Detector), here and in memory: nothing leaves the server. Its tables are read when
 * first needed.
 */
export async function writtenLanguage(text: string): Promise<string | null> {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return null;
  const { eld } = await import("eld/small");
  const found = eld.detect(text);
  return found.isReliable() ? found.language || null : null;
}

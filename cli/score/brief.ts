const LONGEST = 40;

/** Text from a file for a terminal: short, and without anything that would steer it. */
export function brief(text: string): string {
  const plain = text.replace(/\p{C}/gu, " ");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

/** The words of a job title; capitals, spaces and signs between don't matter. */
export function wordsOf(title: string): string[] {
  return title
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}&+#]+/u)
    .filter((word) => word !== "");
}

/** Whether two titles are the same to a role's rules. */
export function sameTitle(a: string, b: string): boolean {
  return wordsOf(a).join(" ") === wordsOf(b).join(" ");
}

/** A level or a department as it is compared: capitals and spaces don't matter. */
export function plain(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** What is known of a letter that somebody wants sent once more. */
type Letter = {
  state: string;
  hasText: boolean /** When it is tried next, after a try that failed. */;
  nextTryAt: Date | null;
};

/**
 * How a letter can be sent once more: tried again while it has its text, written anew where its feature can and it is
 * settled, or not at all, while it is on its way. One kept to be read, in the demonstration, has left nowhere.
 */
export function wayAgain(
  { state, hasText, nextTryAt }: Letter,
  canBeWritten: boolean,
): "try" | "write" | null {
  if (hasText && (state === "failed" || (state === "queued" && nextTryAt !== null))) return "try";
  const settled = state === "sent" || state === "bounced" || state === "failed";
  return settled && canBeWritten ? "write" : null;
}

/** What became of a letter that was not taken. */
export type Refusal = {
  /** What the mail server said, as a code; never its words, which may repeat the address. */
  code: string;
  /** The server knows no such address: trying again would not help. */
  bounced: boolean;
};

type MailFault = Error & Partial<Record<"code" | "responseCode" | "response" | "command", unknown>>;

/**
 * Reads what sending failed with. A recipient refused for good (5xx, RFC 5321) has bounced, unless the server's
 * enhanced code (RFC 3463) says that it is its policy (5.7) or its own state (5.3) and not the address: that is for its
 * keeper to put right.
 */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Error)) return { code: "unknown", bounced: false };
  const { code, responseCode, response, command }: MailFault = error;
  const refused = command === "RCPT TO" && typeof responseCode === "number";
  const [, subject] = /^5\d\d[ -]5\.(\d+)\.\d+/.exec(String(response ?? "")) ?? [];
  const ofAddress = subject === undefined || subject === "1" || subject === "2";
  return {
    code: String(responseCode ?? code ?? error.name),
    bounced: refused && responseCode >= 500 && responseCode < 600 && ofAddress,
  };
}

const MINUTE_MS = 60_000;
const LONGEST_WAIT_MINUTES = 15;
/** How long a letter is tried before it is given up. */
export const GIVE_UP_HOURS = 48;
const GIVE_UP_AFTER_MS = GIVE_UP_HOURS * 60 * MINUTE_MS;

/**
 * When a letter first tried at `since` is tried again after its nth failed try; null when it has been tried for two
 * days.
 */
export function nextTry(letter: { since: Date; tries: number }, now: Date): Date | null {
  if (now.getTime() - letter.since.getTime() >= GIVE_UP_AFTER_MS) return null;
  const minutes = Math.min(LONGEST_WAIT_MINUTES, 2 ** Math.max(0, letter.tries - 1));
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

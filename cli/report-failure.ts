import { OperatorError } from "../app/platform/errors/operator-error.ts";

/** What the database or the network says when nobody got in, in words for the operator. */
const AWAY = new Map([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"].map(
    (code) =>
      [
        code,
        "The database cannot be reached.\nCheck DATABASE_URL and that the server is running.",
      ] as const,
  ),
  [
    "57P03",
    "The database is just starting or stopping.\nWait until it is ready, then start again.",
  ],
  [
    "53300",
    "The database takes no more connections.\nRaise its max_connections, or stop what uses them.",
  ],
  ["3D000", "The server has no database of that name.\nCreate it, or correct DATABASE_URL."],
  ...["28P01", "28000"].map(
    (code) =>
      [
        code,
        "The database refuses the user or the password.\nCheck those in DATABASE_URL and, when it is set, APP_DATABASE_URL.",
      ] as const,
  ),
]);

/** Ends the program with words for the operator. Only a fault of ours shows its stack. */
export function reportFailure(error: unknown): never {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const away = AWAY.get(codeOf(error));
  if (error instanceof OperatorError) {
    say(`\n${error.message}\n${error.wayOut}`);
    if (error.cause instanceof Error)
      say(`Cause: ${error.cause.message.trim().split("\n").slice(0, 4).join(" ")}`);
  } else if (away) {
    say(`\n${away}`);
  } else {
    say("\nTwohats stopped because of a fault of its own. Please report this:");
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  process.exit(1);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  // The driver gives its own time limits no code.
  if (/^(timeout e|Connection terminated due to connection timeout)/.test(error.message))
    return "ETIMEDOUT";
  return "code" in error ? String(error.code) : "";
}

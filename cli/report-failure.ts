import { isDatabaseAway } from "~/platform/errors/database-away.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";

/** Ends the program with words for the operator. Only a fault of ours shows its stack. */
export function reportFailure(error: unknown): never {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  if (error instanceof OperatorError) {
    say(`\n${error.message}\n${error.wayOut}`);
    if (error.cause instanceof Error)
      say(`Cause: ${error.cause.message.trim().split("\n").slice(0, 4).join(" ")}`);
  } else if (isNotReached(error)) {
    say("\nThe database cannot be reached.\nCheck DATABASE_URL and that the server is running.");
  } else {
    say("\nTwohats stopped because of a fault of its own. Please report this:");
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  process.exit(1);
}

/** Away, or there but refusing this user, password or database name. */
function isNotReached(error: unknown): boolean {
  const refused = ["28P01", "28000", "3D000"];
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return isDatabaseAway(error) || refused.includes(code);
}

import { OperatorError } from "~/platform/errors/operator-error.ts";

/** Ends the program with words for the operator. Only a fault of ours shows its stack. */
export function reportFailure(error: unknown): never {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  if (error instanceof OperatorError) {
    say(`\n${error.message}\n${error.wayOut}`);
    if (error.cause instanceof Error)
      say(`Cause: ${error.cause.message.trim().split("\n").slice(0, 4).join(" ")}`);
  } else if (isDatabaseAway(error)) {
    say("\nThe database cannot be reached.\nCheck DATABASE_URL and that the server is running.");
  } else {
    say("\nTwohats stopped because of a fault of its own. Please report this:");
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  process.exit(1);
}

function isDatabaseAway(error: unknown): boolean {
  const codes = ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "28P01", "28000", "3D000"];
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}

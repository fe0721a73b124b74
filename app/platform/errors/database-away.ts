// Of the connection itself (Node), and of a server that is starting, stopping or full (PostgreSQL, class 08, 53300,
// 57P0x).
const CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|53300|57P0[123])$/;
// pg and its pool give these no code.
const WORDS =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether something failed because the database can't be reached at the moment, itself or through what it caused. */
export function isDatabaseAway(error: unknown): boolean {
  for (let fault = error, depth = 0; fault instanceof Error && depth < 5; depth += 1) {
    if ("code" in fault && CODES.test(String(fault.code))) return true;
    if (WORDS.test(fault.message)) return true;
    if (fault instanceof AggregateError && fault.errors.some(isDatabaseAway)) return true;
    fault = fault.cause;
  }
  return false;
}

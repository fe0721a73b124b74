import pino from "pino";

export type Log = pino.Logger;

/** A structured log. Callers pass ids and codes only: never names, addresses, links or answers. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ["*.email", "*.to", "*.password", "*.token"], censor: "[hidden]" },
  });
}

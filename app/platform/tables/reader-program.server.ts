import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Built it lies beside the server's entry (vite.config.ts) or above one of its parts; unbuilt its source runs as it is.
 */
const PROGRAMS = ["./read-table.js", "../read-table.js", "./child/main.ts"];

/** Where the program lies that reads a file. @throws when it is missing. */
export function readerProgram(): string {
  const program = PROGRAMS.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(
    existsSync,
  );
  if (program === undefined) throw new Error("the program that reads tables is missing");
  return program;
}

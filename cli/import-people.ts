import { readFile, stat } from "node:fs/promises";
import { readEnv } from "~/platform/env/env.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { LARGEST_FILE } from "~/platform/tables/reading-fault.ts";
import { asOperator } from "./as-operator.ts";
import { handOver } from "./people/hand-over.ts";
import { type ImportOptions, readOptions } from "./people/read-options.ts";
import { runImport } from "./people/run-import.ts";
import { socketPath } from "./people/socket-path.ts";

/**
 * Shows what a people file would change, and stores it with --yes; a server that runs with a database of its own does
 * it itself. Ends with 1 when nothing could be read.
 */
export async function importPeople(file: string, options: ImportOptions): Promise<void> {
  const request = readOptions(options);
  const content = await readSmallFile(file);
  const say = (lines: string[]) => process.stdout.write(`${lines.join("\n")}\n`);
  const handed = await handOver(socketPath(readEnv(process.env)), request, content);
  if (handed) {
    say(handed);
    return;
  }
  await asOperator(options.organisation, async (platform, actor) => {
    say(await runImport(platform, actor, content, request));
  });
}

async function readSmallFile(file: string): Promise<Buffer> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) throw new OperatorError(`There is no file ${file}.`, "Check the path.");
  if (facts.size > LARGEST_FILE) {
    throw new OperatorError(
      `${file} is larger than ${LARGEST_FILE / 1024 / 1024} MB.`,
      "Import a file of fewer people or columns.",
    );
  }
  return readFile(file);
}

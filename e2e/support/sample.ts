import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as passed } from "node:timers/promises";
import { onDatabase } from "./database.ts";
import { dataFolder } from "./program.ts";
import { keepLetters, startServer } from "./server.ts";

/** The folder that holds the one sample of a run. Every process of the run finds it here. */
const VARIABLE = "TWOHATS_SAMPLE";
const PATIENCE_MS = 300_000;

/**
 * Makes room for the sample organisation of this run, unless it is part of a run that has some. Nothing is loaded yet.
 * @returns what gives the room back.
 */
export function roomForSample(): () => void {
  if (process.env[VARIABLE]) return () => {};
  const folder = dataFolder();
  process.env[VARIABLE] = folder;
  return () => {
    delete process.env[VARIABLE];
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * The data folder of a stopped server with the sample organisation and the letters of its launch, to begin with a copy
 * of. Whoever asks first in a run loads it, and the others wait.
 */
export async function preparedSample(): Promise<string> {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error(`${VARIABLE} is not set: nobody made room for the sample.`);
  const [data, failed] = [join(folder, "data"), join(folder, "failed")];
  if (isFirst(folder)) {
    try {
      renameSync(await load(), data);
    } catch (error) {
      writeFileSync(failed, String(error));
    }
  }
  for (const until = Date.now() + PATIENCE_MS; !existsSync(data); await passed(100)) {
    if (existsSync(failed)) throw new Error(`No sample: ${readFileSync(failed, "utf8")}`);
    if (Date.now() > until) throw new Error(`The sample did not come into ${folder}.`);
  }
  return data;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, "begun"));
    return true;
  } catch {
    return false;
  }
}

async function load(): Promise<string> {
  const server = await startServer({ command: "demo" });
  const { program, mailbox, url, dataDir } = server;
  await allDone(dataDir);
  await program.stop();
  await mailbox.stop();
  keepLetters(dataDir, { url, mails: mailbox.mails });
  return dataDir;
}

/** What waits to be done, letters and other work alike: each copy would do it again. */
const WAITING = `
  SELECT (SELECT count(*) FROM message WHERE state IN ('queued', 'sending'))
       + (SELECT count(*) FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND start_after <= now()) AS left`;

async function allDone(dataDir: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await passed(500)) {
    const [row] = await onDatabase(dataDir, WAITING);
    if (Number(row?.left) === 0) return;
    if (Date.now() > until) throw new Error(`Of the sample's work, ${row?.left} are left to do.`);
  }
}

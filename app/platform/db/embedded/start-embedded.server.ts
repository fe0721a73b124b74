import { accessSync, constants, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";
import { makeDataFolder } from "./data-folder.server.ts";
import { keepRunning } from "./keep-running.server.ts";
import { lockDataFolder } from "./lock.server.ts";
import { placeOfDatabase } from "./place.server.ts";
import { programsFolder } from "./programs.server.ts";
import { reachablePrograms } from "./programs-copy.server.ts";
import { type Cluster, runningServer } from "./running-server.server.ts";
import { unusableFolder } from "./unusable-folder.ts";

export type EmbeddedDatabase = {
  /** The owner's connection, for migrations. */
  ownerUrl: string;
  /** Where the data really is, when it could not be in the wanted folder. */
  movedTo: string | null;
  /** Settles when the database died and could not be brought back; never otherwise. */
  lost: Promise<OperatorError>;
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  password: string;
  /** `false` trades safety against power cuts for speed: tests only. */
  durable?: boolean;
  /** Hears, in words for the operator, when the database died and was started again. */
  tell?: (words: string) => void;
};

/**
 * Starts the PostgreSQL that comes with the product, making its data folder on the first run, and starts it again when
 * it dies. Takes over a server that a killed run left behind.
 * @throws OperatorError for a folder that cannot be used, another version's data, another password, or a second run.
 */
export async function startEmbedded({
  dataDir,
  password,
  durable = true,
  tell = () => {},
}: Options): Promise<EmbeddedDatabase> {
  const isRoot = process.getuid?.() === 0;
  const locks = [
    usable(() => {
      mkdirSync(dataDir, { recursive: true });
      accessSync(dataDir, constants.W_OK);
      return lockDataFolder(resolve(dataDir));
    }, dataDir),
  ];
  const unlock = () => {
    for (const free of locks) free();
  };
  try {
    const { folder, as, moved } = usable(() => placeOfDatabase(dataDir, isRoot), dataDir);
    // A copy of the data folder has a copy of the link, and would share the database.
    if (moved) locks.push(usable(() => lockDataFolder(dirname(folder)), dataDir));
    const programs = async () => reachablePrograms(await programsFolder(), as);
    const data = await makeDataFolder({ bin: await programs(), folder, password, as });
    const cluster: Cluster = { programs, data, password, as, durable };
    const kept = keepRunning(cluster, await runningServer(cluster), tell);
    return {
      ownerUrl: kept.ownerUrl,
      movedTo: moved ? dirname(folder) : null,
      lost: kept.lost,
      stop: () => kept.stop().finally(unlock),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function usable<Value>(attempt: () => Value, dataDir: string): Value {
  try {
    return attempt();
  } catch (cause) {
    if (cause instanceof OperatorError) throw cause;
    throw unusableFolder(dataDir, cause);
  }
}

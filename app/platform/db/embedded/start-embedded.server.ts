import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { OperatorError } from "../../errors/operator-error.ts";
import { makeDataFolder, ownDataFolder } from "./data-folder.server.ts";
import { lockDataFolder } from "./lock.server.ts";
import { databaseFolder, reachablePrograms } from "./place.server.ts";
import { programsFolder, runProgram } from "./programs.server.ts";

export type EmbeddedDatabase = {
  /** The owner's connection, for migrations. */
  ownerUrl: string;
  /** Where the data really is, when it could not be in the wanted folder. */
  movedTo: string | null;
  stop(): Promise<void>;
};

/** `durable: false` trades safety against power cuts for speed: tests only. */
type Options = { dataDir: string; password: string; durable?: boolean };

/**
 * Starts the PostgreSQL that comes with the product, making its data folder on the first run.
 * Takes over a server that a killed run left behind.
 * @throws OperatorError for a folder that cannot be used, another version's data, or a second run.
 */
export async function startEmbedded({
  dataDir,
  password,
  durable = true,
}: Options): Promise<EmbeddedDatabase> {
  const isRoot = process.getuid?.() === 0;
  const place = usable(() => databaseFolder(dataDir, isRoot), dataDir);
  const unlock = usable(() => lockDataFolder(resolve(dataDir)), dataDir);
  try {
    const bin = reachablePrograms(await programsFolder(), isRoot);
    const as = ownDataFolder(place.folder, isRoot);
    const data = await makeDataFolder({ bin, folder: place.folder, password, as });
    const control = (...args: string[]) =>
      runProgram(join(bin, "pg_ctl"), ["-D", data, ...args], as);
    const running = await control("status").then(
      () => true,
      () => false,
    );
    const port = (running ? portOf(data) : null) ?? (await start(control, data, durable));
    return {
      ownerUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
      movedTo: place.moved ? place.folder : null,
      stop: async () => {
        await control("stop", "-m", "fast", "-w");
        unlock();
      },
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
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written to.`,
      "Change its permissions, or set TWOHATS_DATA_DIR to a folder you may write to.",
      { cause },
    );
  }
}

/** The port is the fourth line of the file a running server keeps. */
function portOf(data: string): number | null {
  const port = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3]);
  return port > 0 ? port : null;
}

async function start(
  control: (...args: string[]) => Promise<string>,
  data: string,
  durable: boolean,
): Promise<number> {
  const port = await freePort();
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    "-c timezone=UTC",
    "-c max_connections=60",
    ...(durable ? [] : ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"]),
  ];
  try {
    await control(
      "start",
      "-w",
      "-t",
      "90",
      "-l",
      join(data, "server.log"),
      "-o",
      settings.join(" "),
    );
  } catch (cause) {
    const log = existsSync(join(data, "server.log")) ? join(data, "server.log") : data;
    throw new OperatorError(
      "The database did not start. Its data was not touched.",
      `Its log says why: ${log}`,
      { cause },
    );
  }
  return port;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") found(address.port);
        else failed(new Error("no free port"));
      });
    });
  });
}

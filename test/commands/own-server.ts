import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { makeDataFolder } from "../../app/platform/db/embedded/data-folder.server.ts";
import { placeOfDatabase } from "../../app/platform/db/embedded/place.server.ts";
import { endPostmaster, postmasterOf } from "../../app/platform/db/embedded/postmaster.server.ts";
import { programsFolder } from "../../app/platform/db/embedded/programs.server.ts";
import { reachablePrograms } from "../../app/platform/db/embedded/programs-copy.server.ts";
import { ownerUrl, runningServer } from "../../app/platform/db/embedded/running-server.server.ts";

/** A PostgreSQL that Twohats does not look after, such as an operator's own, to be stopped and started at will. */
export type OwnServer = {
  /** What DATABASE_URL is set to. */
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
};

export async function startOwnServer(folder: string): Promise<OwnServer> {
  const dataDir = join(folder, "own-server");
  mkdirSync(dataDir);
  const place = placeOfDatabase(dataDir, process.getuid?.() === 0);
  const bin = reachablePrograms(await programsFolder(), place.as);
  const password = "the operator's own";
  const data = await makeDataFolder({ bin, folder: place.folder, password, as: place.as });
  const cluster = { data, password, as: place.as, durable: false, programs: async () => bin };
  const { port } = await runningServer(cluster);
  return {
    url: ownerUrl(cluster, port),
    stop: async () => {
      const running = postmasterOf(data);
      if (running) await endPostmaster(running, data);
    },
    start: async () => {
      await runningServer(cluster, port);
    },
  };
}

import type { Actor } from "~/features/identity/index.ts";
import type { KeptOfAll } from "~/features/privacy/index.server.ts";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import { personalOfAll } from "./personal.server.ts";

/** What every feature keeps for how long; of kinds, those that hold others first. */
export async function keptOfAll(): Promise<KeptOfAll> {
  const retention = (await manifestsOf<Actor>(features)).flatMap((each) => each.retention ?? []);
  return {
    kinds: retention.toReversed().flatMap(({ kinds }) => kinds ?? []),
    fixed: retention.flatMap(({ fixed }) => fixed ?? []),
    personal: await personalOfAll(),
  };
}

import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { Personal } from "~/platform/feature/personal.ts";

/** What every feature keeps of people, from the highest to the lowest. */
export async function personalOfAll(): Promise<Personal<Actor>[]> {
  const manifests = await manifestsOf<Actor>(features);
  return manifests.toReversed().flatMap(({ personal }) => personal ?? []);
}

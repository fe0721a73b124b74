import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import type { Audited } from "~/platform/feature/audited.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";

/** What every feature records. */
export async function auditedOfAll(): Promise<Audited<Actor>[]> {
  const manifests = await manifestsOf<Actor>(features);
  return manifests.flatMap(({ audited }) => audited ?? []);
}

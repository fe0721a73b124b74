import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { RoundKind } from "~/platform/feature/round-kind.ts";

/** The kinds of rounds there are, by the manifests. */
export async function roundKindsOf(): Promise<RoundKind<Actor>[]> {
  const manifests = await manifestsOf<Actor>(features);
  return manifests.flatMap(({ roundKinds }) => roundKinds ?? []);
}

import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";

/** Every kind of letter, by the manifests of those who send it. */
export async function lettersOfAll(): Promise<KindOfLetter[]> {
  const manifests = await manifestsOf<Actor>(features);
  return manifests.flatMap(({ letters }) => letters ?? []);
}

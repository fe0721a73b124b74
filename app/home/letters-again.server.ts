import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { LettersAgain } from "~/platform/feature/letter-again.ts";

/** The letters that features write anew, by their manifests. */
export async function lettersAgainOf(): Promise<LettersAgain<Actor>[]> {
  const manifests = await manifestsOf<Actor>(features);
  return manifests.flatMap(({ lettersAgain }) => lettersAgain ?? []);
}

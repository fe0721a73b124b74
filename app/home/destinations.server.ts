import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import type { Destination, DestinationShown } from "~/platform/feature/destination.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";

/** Where every feature's manifest lets something go on to, for whoever asks. */
export async function destinationsOf(
  actor: Actor,
  of: Destination<Actor>["of"],
): Promise<DestinationShown[]> {
  const manifests = await manifestsOf<Actor>(features);
  return manifests
    .flatMap(({ destinations = [] }) => destinations)
    .filter((each) => each.of === of && each.shownTo(actor))
    .map(({ label, href }) => ({ label: readerTexts().t(label), href }));
}

import type { Actor } from "~/features/identity/index.ts";
import { features } from "~/features.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { manifestsOf } from "~/platform/feature/feature.server.ts";
import type { PersonPanel, PersonShown } from "~/platform/feature/person-panel.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** What every feature's manifest has on the page of a person, for whoever asks. */
export async function personPanelsOf(
  platform: Platform,
  actor: Actor,
  person: PersonShown,
): Promise<PersonPanel[]> {
  const manifests = await manifestsOf<Actor>(features);
  return inOrganisation(platform, actor, async (tx) => {
    const panels: PersonPanel[] = [];
    for (const { personPanels } of manifests)
      if (personPanels) panels.push(...(await personPanels(tx, actor, person)));
    return panels;
  });
}

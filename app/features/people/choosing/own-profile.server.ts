import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { languageChoices, zoneChoices } from "../by-hand/person-choices.server.ts";
import { shownFirst } from "../domain/choosing/decide-choice.ts";
import { displayName } from "../domain/display-name.ts";
import { chosenIn } from "../domain/own-choices.ts";
import { CHOSEN_FIELDS, type ChosenField } from "../domain/person.ts";
import { mayChooseForThemselves } from "../policy.ts";
import { keptPeople } from "../store.server.ts";

export type OwnProfile = {
  personId: string;
  /** As others see it. */
  name: string;
  revision: number;
  /** What stands in the fields at first. */
  start: Record<ChosenField, string | null>;
  /** What they chose, and what their organisation has of it. */
  chosen: { field: ChosenField; organisationHas: string | null }[];
  zones: ReturnType<typeof zoneChoices>;
  languages: ReturnType<typeof languageChoices>;
};

/** What whoever asks says of themselves; null for whoever is nobody in the directory, or left it. */
export async function readOwnProfile(
  platform: Pick<Platform, "database">,
  actor: Actor,
): Promise<OwnProfile | null> {
  const { personId } = actor;
  if (personId === null || !mayChooseForThemselves(actor)) return null;
  const person = await inOrganisation(platform, actor, async (tx) =>
    (await keptPeople(tx, actor, [personId])).get(personId),
  );
  if (!person || person.external || person.status !== "active") return null;
  const start = Object.fromEntries(
    CHOSEN_FIELDS.map((field) => [field, shownFirst(person, field)]),
  ) as OwnProfile["start"];
  return {
    ...{ personId, name: displayName(person), revision: person.revision },
    start,
    chosen: chosenIn(person).map((field) => ({
      field,
      organisationHas: person.organisationSays[field] ?? null,
    })),
    zones: zoneChoices(start.timezone),
    languages: languageChoices(person.language),
  };
}

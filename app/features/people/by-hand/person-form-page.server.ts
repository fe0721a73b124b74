import { organisationStanding } from "~/features/identity/index.server.ts";
import { type Actor, waitFor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { nameablePeople } from "../directory/person-lookup-reads.server.ts";
import { valuesOf } from "../directory-reads.server.ts";
import { exactly } from "../domain/by-hand/find-person.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { listedZone } from "../domain/by-hand/zones.ts";
import { displayName } from "../domain/display-name.ts";
import { chosenIn } from "../domain/own-choices.ts";
import { type ChosenField, PERSON_FIELDS } from "../domain/person.ts";
import { mayChangePeople } from "../policy.ts";
import { keptPeople } from "../store.server.ts";
import { languageChoices, zoneChoices } from "./person-choices.server.ts";

/** What a form about someone is made of. */
export type PersonFormPage = {
  zones: ReturnType<typeof zoneChoices>;
  languages: ReturnType<typeof languageChoices>;
  /** What others have there, to choose from or not. */
  departments: string[];
  countries: string[];
  /** How many days a changed address waits. */
  waitDays: number;
};

export type EditPersonPage = PersonFormPage & {
  name: string;
  revision: number;
  hasAddress: boolean;
  /** What they chose themselves. */
  chosen: ChosenField[];
  /** What stands in the fields at first. */
  start: Record<string, string | null>;
};

/** For a form about somebody new. HR only: null for everyone else. */
export async function readAddPage(
  platform: Platform,
  actor: Actor,
): Promise<PersonFormPage | null> {
  if (!mayChangePeople(actor)) return null;
  return inOrganisation(platform, actor, (tx) => formPage(platform, tx, actor, null));
}

/** For the form about someone of the directory. HR only: null for everyone else. */
export async function readEditPage(
  platform: Platform,
  actor: Actor,
  personId: string,
): Promise<EditPersonPage | null> {
  if (!mayChangePeople(actor) || !isId(personId)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person || person.external) return null;
    const { managerId } = person;
    const manager = managerId && (await nameablePeople(tx, actor, [managerId])).get(managerId);
    const start = Object.fromEntries(PERSON_FIELDS.map((field) => [field, person[field]]));
    const zone = person.timezone && listedZone(person.timezone);
    return {
      ...(await formPage(platform, tx, actor, person)),
      name: displayName(person),
      revision: person.revision,
      hasAddress: person.email !== null,
      chosen: chosenIn(person),
      start: {
        ...start,
        timezone: zone || person.timezone,
        manager: manager ? exactly(manager) : null,
      },
    };
  });
}

async function formPage(
  { clock }: Platform,
  tx: Tx,
  actor: Actor,
  person: KeptPerson | null,
): Promise<PersonFormPage> {
  const { addressWait } = await organisationStanding(tx, actor);
  const timezone = person?.timezone ?? null;
  return {
    zones: zoneChoices(timezone && (listedZone(timezone) ?? timezone)),
    languages: languageChoices(person?.language ?? null),
    departments: await valuesOf(tx, actor, "department"),
    countries: await valuesOf(tx, actor, "country"),
    waitDays: waitFor(addressWait, clock.now()),
  };
}

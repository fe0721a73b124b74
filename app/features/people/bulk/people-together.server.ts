import { createHash } from "node:crypto";
import type { Actor } from "~/features/identity/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { languageChoices, zoneChoices } from "../by-hand/person-choices.server.ts";
import { collationFor } from "../directory/collation-reads.server.ts";
import { matchingIds, valuesOf } from "../directory-reads.server.ts";
import type { Selection, Together } from "../domain/bulk/selection.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { displayName } from "../domain/display-name.ts";
import { isChosen } from "../domain/own-choices.ts";
import { mayChangePeople } from "../policy.ts";
import { keptPeople } from "../store.server.ts";
import { organisationZone } from "../zone-reads.server.ts";

/** What a page shows that changes many people at once. */
export type TogetherPage = {
  what: Together;
  people: { id: string; name: string; now: string | null }[];
  /** Differs as soon as the people do, or anything that is known of one of them. */
  fingerprint: string;
  /** Whoever looks is among those who would leave. */
  self: boolean;
  today: string;
  zones: ReturnType<typeof zoneChoices>;
  languages: ReturnType<typeof languageChoices>;
  /** How many of them chose this themselves, and keep it. */
  chosen: number;
  departments: string[];
};

/** Who would be changed together, by name, with what stands there now. HR only: null for everyone else. */
export async function readTogether(
  platform: Platform,
  actor: Actor,
  selection: Selection,
  wishes: readonly string[],
): Promise<TogetherPage | null> {
  if (!mayChangePeople(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const { what } = selection;
    const { collator } = await collationFor(tx, actor, wishes);
    const people = await peopleMeant(tx, actor, selection);
    return {
      what,
      people: people
        .map((person) => ({ id: person.id, name: displayName(person), now: nowOf(person, what) }))
        .sort((one, other) => collator.compare(one.name, other.name)),
      fingerprint: fingerprintOf(people),
      self: what === "leave" && people.some(({ id }) => id === actor.personId),
      today: todayFor(platform, await organisationZone(tx, actor)),
      zones: zoneChoices(null),
      languages: languageChoices(null),
      chosen: people.filter((person) => isChosen(person, what)).length,
      departments: await valuesOf(tx, actor, "department", collator),
    };
  });
}

/** The people of the directory whom a selection means; to leave, only those who are active. */
export async function peopleMeant(
  tx: Tx,
  actor: Actor,
  { what, whom }: Selection,
): Promise<KeptPerson[]> {
  const ids = "ids" in whom ? whom.ids : await matchingIds(tx, actor, whom.query);
  const people = [...(await keptPeople(tx, actor, ids)).values()];
  return people.filter(
    ({ external, status }) => !external && (what !== "leave" || status === "active"),
  );
}

/** Of the people and their revisions, in no order. */
export function fingerprintOf(people: readonly Pick<KeptPerson, "id" | "revision">[]): string {
  const lines = people.map(({ id, revision }) => `${id} ${revision}`).toSorted();
  return createHash("sha256").update(lines.join("\n")).digest("base64url");
}

function nowOf(person: KeptPerson, what: Together): string | null {
  return what === "leave" ? person.leavesOn : person[what];
}

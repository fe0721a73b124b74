import { addressesKnown } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { KnownPerson, Look, Personal } from "~/platform/feature/personal.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { namesOf } from "../domain/erase/names-of.ts";
import { lookAt, seenAs } from "../personal/look-at.server.ts";
import { addressesOfOthers, knownBy } from "../personal/personal-store.server.ts";

export type ErasePlan = Look & {
  known: KnownPerson;
  /** Differs as soon as anything else would come of it. */
  seen: string;
};

/** What would come of erasing somebody of the directory. */
export async function planErasure(
  platform: Pick<Platform, "clock" | "secret">,
  tx: Tx,
  actor: Actor,
  personal: readonly Personal<Actor>[],
  person: KeptPerson,
): Promise<ErasePlan> {
  const known = await knownPerson(tx, actor, person);
  const erasing = personal.map(({ erase }) => erase);
  const look = await lookAt(platform, tx, actor, erasing, known);
  return { ...look, known, seen: seenAs(look, person.revision) };
}

/** Everything they are or were called by and written to at, as far as anybody here knows. */
async function knownPerson(tx: Tx, actor: Actor, person: KeptPerson): Promise<KnownPerson> {
  const { organisationId } = actor;
  const former = await knownBy(tx, { organisationId, personId: person.id });
  const said = person.organisationSays.preferredName ?? [];
  const called = [...former.preferredNames, said]
    .flat()
    .flatMap((preferredName) => namesOf({ ...person, preferredName }))
    .concat(namesOf(person));
  const addresses = await addressesKnown(tx, actor, person.id);
  const theirs = [...new Set([person.email ?? [], former.addresses, addresses].flat())];
  const handedOn = await addressesOfOthers(tx, { organisationId, personId: person.id }, theirs);
  return {
    personId: person.id,
    names: [...new Set([...called, ...former.names])],
    addresses: theirs.filter((address) => !handedOn.has(address)),
    handedOn: [...handedOn],
    pseudonym: texts.t("people-erase:pseudonym"),
  };
}

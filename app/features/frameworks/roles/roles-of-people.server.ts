import type { Actor } from "~/features/identity/index.ts";
import { activePeople, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { mergeNeeds, type NeedOfPerson } from "../domain/roles/merge-needs.ts";
import { profilesOn, rolesHeld } from "../domain/roles/who-has-roles.ts";
import { mayReadRolesOf } from "../policy.ts";
import { roleBook } from "./role-reads.server.ts";

export type PersonRoles = {
  personId: string;
  /** By name. */
  roles: readonly { id: string; name: string }[];
  needs: readonly NeedOfPerson[];
};

type Asked = {
  /** A calendar date, also one to come: rules of then over the people of now. */
  on: string;
  /** Left out, everybody active. */
  people?: readonly string[];
};

/**
 * Which roles people have on a date and what these need together, for those of whom the actor may know it: HR of
 * everybody, everybody of themselves. Whoever left has none.
 */
export async function rolesOfPeople(tx: Tx, actor: Actor, asked: Asked): Promise<PersonRoles[]> {
  if (mayReadRolesOf(actor, null)) return rolesOfAnybody(tx, actor, asked);
  const { personId } = actor;
  if (personId === null || !mayReadRolesOf(actor, personId)) return [];
  if (asked.people && !asked.people.includes(personId)) return [];
  return rolesOfAnybody(tx, actor, { ...asked, people: [personId] });
}

/**
 * The same for a feature that decides itself who may know it, such as a manager of their team. One look at people and
 * roles, whatever their number.
 */
export async function rolesOfAnybody(
  tx: Tx,
  scope: OrganisationScope,
  { on, people: wanted }: Asked,
): Promise<PersonRoles[]> {
  const book = await roleBook(tx, scope);
  const profiles = profilesOn(book, on);
  const held = rolesHeld(profiles);
  const people = wanted
    ? (await peopleByIds(tx, scope, wanted)).filter(
        ({ status, external }) => status === "active" && !external,
      )
    : await activePeople(tx, scope);
  const known = new Map<string, Omit<PersonRoles, "personId">>();
  return people.map((person) => {
    const ids = held(person).map(({ roleId }) => roleId);
    const key = ids.join();
    const same = known.get(key) ?? together(ids);
    known.set(key, same);
    return { personId: person.id, ...same };
  });

  function together(ids: readonly string[]): Omit<PersonRoles, "personId"> {
    const roles = ids.flatMap((id) => book.roles.get(id) ?? []);
    const asking = roles.flatMap(({ id, framework }) => {
      const profile = profiles.get(id);
      return profile ? [{ roleId: id, framework, needs: profile.needs }] : [];
    });
    return { roles: roles.map(({ id, name }) => ({ id, name })), needs: mergeNeeds(asking) };
  }
}

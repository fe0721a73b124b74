import type { Actor } from "~/features/identity/index.ts";
import { activePeople, type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Matched } from "../domain/roles/match-people.ts";
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

export type WhoHasRoles = Matched & Pick<DirectoryPerson, "status" | "external">;

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
  const { on, people } = asked;
  if (mayReadRolesOf(actor, null))
    return rolesOfAnybody(tx, actor, {
      on,
      people: people ? await peopleByIds(tx, actor, people) : await activePeople(tx, actor),
    });
  const { personId } = actor;
  if (personId === null || !mayReadRolesOf(actor, personId)) return [];
  if (people && !people.includes(personId)) return [];
  return rolesOfAnybody(tx, actor, { on, people: await peopleByIds(tx, actor, [personId]) });
}

/**
 * The same for a feature that decides itself who may know it, such as a manager of their team, and has read who these
 * are. One look at roles, whatever the number of people.
 */
export async function rolesOfAnybody(
  tx: Tx,
  scope: OrganisationScope,
  { on, people: wanted }: { on: string; people: readonly WhoHasRoles[] },
): Promise<PersonRoles[]> {
  const book = await roleBook(tx, scope);
  const profiles = profilesOn(book, on);
  const held = rolesHeld(profiles);
  const people = wanted.filter(({ status, external }) => status === "active" && !external);
  const known = new Map<string, Omit<PersonRoles, "personId">>();
  return people.map((person) => {
    const ids = held(person).map(({ roleId }) => roleId);
    const key = ids.join();
    const { roles, needs } = known.get(key) ?? together(ids);
    known.set(key, { roles, needs });
    return { personId: person.id, roles, needs };
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

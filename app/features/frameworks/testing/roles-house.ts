import type { z } from "zod";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { TestDatabase } from "../../../../test/database/test-database.ts";
import { builtInFramework } from "../built-in.server.ts";
import { roleList } from "../roles/role-list.server.ts";
import { rolePage } from "../roles/role-page.server.ts";
import { rolesOfPeople } from "../roles/roles-of-people.server.ts";
import { type RoleTarget, saveRole, saveRoleInput } from "../roles/save-role.server.ts";
import { keepFrameworks } from "../store.server.ts";

export const TODAY = "2026-03-02";
export const LATER = "2027-01-01";

export type Typed = z.input<typeof saveRoleInput>;

/** A new role over the built-in framework. */
export const both: RoleTarget = { framework: "both-hats" };

/** Needs as a form sends them, each essential. */
export const needs = (levels: Record<string, string>) =>
  Object.entries(levels).map(([competency, level]) => ({
    ...{ competency, level, weight: "essential", importance: "ordinary" },
  }));

/** A form of a role for every team lead, from today on, unless told. */
export const typed = (changed: Partial<Typed> = {}) =>
  saveRoleInput.parse({
    ...{ name: "Team leader", titles: "Team lead", validFrom: TODAY, frameworkVersion: 2 },
    ...changed,
  });

/** An organisation with people whom roles may find, and what HR does about these. */
export async function rolesHouse(db: TestDatabase) {
  const home = await createTestOrganisation(db.platform);
  await inOrganisation(db.platform, home, (tx) =>
    keepFrameworks(tx, [builtInFramework(1), builtInFramework()]),
  );
  const people = await createPeople(db.platform, home, {
    ana: { jobTitle: "Team lead, night", department: "Deck", jobLevel: "M1" },
    ben: { jobTitle: "Mate", department: "Deck" },
    cleo: { jobTitle: "Head of yard", department: "Yard" },
    gone: { jobTitle: "Team lead", status: "inactive" },
  });
  type Actor = typeof home.admin;
  const within = <Value>(actor: Actor, work: Parameters<typeof inOrganisation<Value>>[2]) =>
    inOrganisation(db.platform, actor, work);
  const save = (target: RoleTarget, changed: Partial<Typed> = {}, actor: Actor = home.admin) =>
    saveRole(db.platform, actor, target, typed(changed));
  return {
    ...{ home, people, within, save },
    saved: async (changed: Partial<Typed> = {}, target: RoleTarget = both): Promise<string> => {
      const outcome = await save(target, changed);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.value.id;
    },
    page: (id: string, on = TODAY, actor: Actor = home.admin) =>
      within(actor, (tx) => rolePage(tx, actor, id, { today: TODAY, on })),
    list: (actor: Actor = home.admin) => within(actor, (tx) => roleList(tx, actor, TODAY)),
    ofPeople: (asked: Parameters<typeof rolesOfPeople>[2], actor: Actor = home.admin) =>
      within(actor, (tx) => rolesOfPeople(tx, actor, asked)),
    acts: async (id: string): Promise<string[]> => {
      const { rows } = await db.owner.query<{ action: string }>(
        "SELECT action FROM audit_record WHERE organisation_id = $1 AND subject_id = $2 ORDER BY id",
        [home.organisationId, id],
      );
      return rows.map(({ action }) => action);
    },
  };
}

export type RolesHouse = Awaited<ReturnType<typeof rolesHouse>>;

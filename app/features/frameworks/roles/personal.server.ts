import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Look, Personal } from "~/platform/feature/personal.ts";
import { forgetNaming, nameInstead, rolesNaming } from "./personal-store.server.ts";

/** Roles that somebody has by name. Those they have by their title, level or department follow from the directory. */
export const personal: Personal<Actor> = {
  columns: { "role_person.person_id": "who has a role by name" },
  export: async (tx, scope, personId) => ({ roles: await rolesNaming(tx, scope, personId) }),
  record: {
    title: "roles:list.title",
    labels: "roles:personal.record",
    fields: {
      roles: {
        title: "roles:personal.record.roles",
        labels: "roles:personal.role",
        fields: { role: "text", from: "day" },
      },
    },
  },
  merge: {
    look: (_platform, tx, actor, { goes }) => counted(tx, actor, goes, "merged"),
    carryOut: (_platform, tx, actor, records) => nameInstead(tx, actor, records),
  },
  erase: {
    look: (_platform, tx, actor, { personId }) => counted(tx, actor, personId, "erased"),
    carryOut: (_platform, tx, actor, { personId }) => forgetNaming(tx, actor, personId),
  },
};

async function counted(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
  what: "merged" | "erased",
): Promise<Look> {
  const count = (await rolesNaming(tx, scope, personId)).length;
  const counts = count > 0 ? [{ word: `roles:personal.${what}`, count }] : [];
  return { hindrances: [], counts };
}

import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Look, NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { forgetDeparture } from "./departures/departure-store.server.ts";
import { addMembers } from "./groups/group-store.server.ts";
import { groupsOf, keptOf } from "./personal-store.server.ts";
import { deleteLink, insertLink, linkOf } from "./users/user-store.server.ts";

/** What an identity provider says of people beside their record, and who would have left by it. */
export const personal: Personal<Actor> = {
  columns: {
    "provisioned_person.person_id": "whom an identity provider keeps",
    "provisioned_member.person_id": "who is in a group of an identity provider",
    "provisioned_departure.person_id": "who left by an identity provider lately, or would have",
  },
  export: async (tx, scope, personId) => {
    const { kept, groups } = await keptOf(tx, { ...scope, personId });
    return kept ? { identityProvider: { ...kept, groups } } : {};
  },
  merge: {
    look: async (_platform, tx, actor, { goes, stays }): Promise<Look> => {
      if (!(await linkOf(tx, actor, goes))) return NOTHING;
      if (await linkOf(tx, actor, stays))
        return { hindrances: [{ word: "provisioning:personal.both" }], counts: [] };
      return { hindrances: [], counts: [{ word: "provisioning:personal.moved", count: 1 }] };
    },
    carryOut: async ({ clock }, tx, actor, { goes, stays }) => {
      const link = await linkOf(tx, actor, goes);
      await forgetDeparture(tx, actor, goes);
      if (!link) return;
      const groups = await groupsOf(tx, { organisationId: actor.organisationId, personId: goes });
      // Both can't have the names at once.
      await deleteLink(tx, actor, goes);
      await insertLink(tx, actor, { ...link, personId: stays }, clock.now());
      for (const groupId of groups) await addMembers(tx, actor, groupId, [stays]);
    },
  },
  erase: {
    look: async (_platform, tx, actor, { personId }) => {
      if (!(await linkOf(tx, actor, personId))) return NOTHING;
      return { hindrances: [], counts: [{ word: "provisioning:personal.erased", count: 1 }] };
    },
    carryOut: (_platform, tx, actor, { personId }) => forget(tx, actor, personId),
  },
};

async function forget(tx: Tx, scope: OrganisationScope, personId: string): Promise<void> {
  await deleteLink(tx, scope, personId);
  await forgetDeparture(tx, scope, personId);
}

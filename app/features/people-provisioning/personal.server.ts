import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Look, NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { forgetDeparture } from "./departures/departure-store.server.ts";
import { keptOf } from "./personal-store.server.ts";
import { deleteLink, linkOf } from "./users/user-store.server.ts";

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
  record: {
    title: "record-people-provisioning:title",
    labels: "record-people-provisioning:parts",
    fields: {
      identityProvider: {
        title: "record-people-provisioning:parts.identityProvider",
        labels: "record-people-provisioning:identityProvider",
        fields: {
          userName: "text",
          externalId: "text",
          displayName: "text",
          formatted: "text",
          preferredLanguage: "text",
          timezone: "text",
          awaitedManager: "text",
          groups: "text",
          departure: {
            word: (state) => `record-people-provisioning:departures.${state}`,
            of: ["left", "held", "stays"],
          },
        },
      },
    },
  },
  merge: {
    // The provider knows the record by its id, and would tell nobody that somebody left whom it no longer finds.
    look: async (_platform, tx, actor, { goes }): Promise<Look> =>
      (await linkOf(tx, actor, goes))
        ? { hindrances: [{ word: "provisioning:personal.kept" }], counts: [] }
        : NOTHING,
    carryOut: (_platform, tx, actor, { goes }) => forgetDeparture(tx, actor, goes),
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

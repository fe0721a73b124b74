import type { Actor } from "~/features/identity/index.ts";
import { type Look, NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { hindranceBy } from "./holds/kept-by-holds.server.ts";
import { forgetHolds, heldSince, moveHolds } from "./store/hold-store.server.ts";
import { lockForgetting } from "./store/period-store.server.ts";

/** While a hold stands for somebody they are neither erased nor merged; why is known to administrators alone. */
export const personal: Personal<Actor> = {
  columns: { "legal_hold.person_id": "of whom nothing may be forgotten for now" },
  export: async (tx, scope, personId) => {
    const since = await heldSince(tx, scope, personId);
    return since === null ? {} : { nothingIsErasedSince: since };
  },
  record: {
    title: "record-privacy:title",
    labels: "record-privacy:parts",
    fields: { nothingIsErasedSince: "day" },
  },
  merge: {
    hold: async (tx, scope) => {
      await lockForgetting(tx, scope);
    },
    look: async (_platform, tx, actor, { goes, stays }): Promise<Look> => {
      const against = (await hindranceBy(tx, actor, goes)) ?? (await hindranceBy(tx, actor, stays));
      return against ? { hindrances: [against], counts: [] } : NOTHING;
    },
    carryOut: async (_platform, tx, actor, pair) => moveHolds(tx, actor, pair),
  },
  erase: {
    hold: async (tx, scope) => {
      await lockForgetting(tx, scope);
    },
    look: async (_platform, tx, actor, { personId }): Promise<Look> => {
      const against = await hindranceBy(tx, actor, personId);
      return against ? { hindrances: [against], counts: [] } : NOTHING;
    },
    carryOut: async (_platform, tx, actor, { personId }) => forgetHolds(tx, actor, personId),
  },
};

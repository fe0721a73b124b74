import { accountOf } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { type Look, NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { AUDIENCES } from "./domain/information.ts";
import { hindranceBy } from "./holds/kept-by-holds.server.ts";
import { answersOf } from "./store/answer-store.server.ts";
import { forgetHolds, heldSince, moveHolds } from "./store/hold-store.server.ts";
import { lockForgetting } from "./store/period-store.server.ts";

/**
 * What an account was told goes with the account, of which nobody's is merged. While a hold stands for somebody they are neither erased nor merged; why is known to
 * administrators alone.
 */
export const personal: Personal<Actor> = {
  columns: { "legal_hold.person_id": "of whom nothing may be forgotten for now" },
  export: async (tx, scope, personId) => {
    const since = await heldSince(tx, scope, personId);
    const accountId = await accountOf(tx, scope, personId);
    const own = accountId === null ? [] : await answersOf(tx, { ...scope, accountId });
    return {
      ...(since === null ? {} : { nothingIsErasedSince: since }),
      ...(own.length === 0 ? {} : { information: own }),
    };
  },
  record: {
    title: "record-privacy:title",
    labels: "record-privacy:parts",
    fields: {
      nothingIsErasedSince: "day",
      information: {
        title: "record-privacy:parts.information",
        labels: "record-privacy:information",
        fields: {
          audience: { word: (audience) => `record-privacy:audiences.${audience}`, of: AUDIENCES },
          number: "text",
          agreed: "yes-no",
          answeredOn: "day",
          withdrawnOn: "day",
        },
      },
    },
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

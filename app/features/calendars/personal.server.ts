import type { Actor } from "~/features/identity/index.ts";
import { NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { deleteFeed, feedOf } from "./feed-store.server.ts";

/** A link ends with the record it was made for: that of another is made by whoever is that. */
export const personal: Personal<Actor> = {
  columns: { "calendar_feed.person_id": "whose calendar a link is for" },
  export: async (tx, scope, personId) => {
    const feed = await feedOf(tx, { organisationId: scope.organisationId, personId });
    return feed ? { calendarSince: feed.madeOn } : {};
  },
  record: {
    title: "record-calendars:title",
    labels: "record-calendars:parts",
    fields: { calendarSince: "day" },
  },
  merge: {
    look: async () => NOTHING,
    carryOut: async (_platform, tx, { organisationId }, { goes }) => {
      await deleteFeed(tx, { organisationId, personId: goes });
    },
  },
  erase: {
    look: async () => NOTHING,
    carryOut: async (_platform, tx, { organisationId }, { personId }) => {
      await deleteFeed(tx, { organisationId, personId });
    },
  },
};

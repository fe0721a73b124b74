import type { Actor } from "~/features/identity/index.ts";
import { NOTHING, noStep, type Personal } from "~/platform/feature/personal.ts";
import { deleteReports, focusFrom, reportsAbout } from "./report/personal-store.server.ts";
import { itemLabels } from "./report/report-page.server.ts";

/** A report is of whoever it is about; who may read it is a grant, which is of people. */
export const personal: Personal<Actor> = {
  columns: {},
  // What a report says is what others said: its participant has it as a page and a file, and it is no part of this.
  export: async (tx, scope, personId) => {
    const released = (await reportsAbout(tx, scope, personId)).filter(
      ({ releasedAt }) => releasedAt,
    );
    const labels = new Map<string, Record<string, string>>();
    for (const { instrumentId } of released)
      if (!labels.has(instrumentId))
        labels.set(instrumentId, await itemLabels(tx, scope, instrumentId));
    const focus = await focusFrom(
      tx,
      scope,
      released.map(({ id }) => id),
    );
    return {
      reports: released.map(({ id, round, releasedAt, instrumentId }) => ({
        ...{ round, releasedAt },
        focus: focus.flatMap(({ reportId, item, ...chosen }) =>
          reportId === id
            ? [{ behaviour: labels.get(instrumentId)?.[item] ?? item, ...chosen }]
            : [],
        ),
      })),
    };
  },
  record: {
    title: "record-reports:title",
    labels: "record-reports:parts",
    fields: {
      reports: {
        title: "record-reports:parts.reports",
        labels: "record-reports:reports",
        fields: {
          round: "text",
          releasedAt: "moment",
          focus: {
            title: "record-reports:reports.focus",
            labels: "record-reports:focus",
            fields: {
              behaviour: "text",
              direction: {
                word: (direction) => `report:focus.direction.${direction}`,
                of: ["more", "less", "keep"],
              },
              nextStep: "text",
              dueOn: "day",
            },
          },
        },
      },
    },
  },
  // Whoever took part in a round is not merged away (rounds).
  merge: noStep,
  erase: {
    look: async (_platform, tx, actor, { personId }) => {
      const { length: count } = await reportsAbout(tx, actor, personId);
      if (count === 0) return NOTHING;
      return { hindrances: [], counts: [{ word: "report:personal.erased", count }] };
    },
    carryOut: async (_platform, tx, actor, { personId }) =>
      deleteReports(tx, actor, await reportsAbout(tx, actor, personId)),
  },
};

import { membershipOfPerson } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { chartersOf } from "./charter/charter-store.server.ts";
import { registerOf } from "./delegations/delegation-store.server.ts";
import { charterStates, partners } from "./domain/charter/charter.ts";
import { degrees, stepKinds } from "./domain/delegations/delegation.ts";
import { actionKinds, actionStatuses, areaStatuses } from "./domain/plan/plan.ts";
import { checkInAnswers, practiceStates } from "./domain/practice/practice.ts";
import { forgetCharters, renamePartner } from "./personal/charters-store.server.ts";
import {
  exportedClearOuts,
  forgetInClearOuts,
  moveInClearOuts,
} from "./personal/clear-outs-store.server.ts";
import { forgetDelegations } from "./personal/delegations-store.server.ts";
import { forgetPlans } from "./personal/kept-store.server.ts";
import { commentsBy, keepsOwn, plansOf, renameAuthor } from "./personal/personal-store.server.ts";
import { forgetPractised } from "./personal/practices-store.server.ts";
import { clearOutsRecord, timeRecord } from "./personal/record-parts.ts";
import { exportedTime, forgetTime } from "./personal/time-store.server.ts";
import { storedPlan } from "./plan/plan-store.server.ts";
import { publishedSince } from "./plan/publication-store.server.ts";
import { practicesOf } from "./practice/practice-store.server.ts";

/** A plan is of whose it is; whoever says something to it, or sees to an action of it, is a name on it. */
export const personal: Personal<Actor> = {
  columns: {
    "plan.person_id": "whose plan it is",
    "plan_action.owner_id": "who sees to it",
    "plan_comment.author_id": "who said it",
    "plan_event.author_id": "who did it",
    "charter.person_id": "whose job it describes",
    "charter.partner_id": "who signed it for the other side",
    "practice.person_id": "whose practice it is",
    "delegation.person_id": "whose decision it was to begin with",
    "time_kind.person_id": "whose meetings they are",
    "time_week.person_id": "whose week it was",
    "time_reading.person_id": "whose calendar it was",
    "clear_out.leader_id": "who leads it",
    "clear_out_member.person_id": "who was asked",
    "clear_out_item.author_id": "who named it",
    "clear_out_answer.person_id": "who says how it stands",
  },
  export: async (tx, scope, personId) => ({
    plans: await exportedPlans(tx, scope, personId),
    comments: await commentsBy(tx, scope, personId),
    delegations: await exportedDelegations(tx, scope, personId),
    charters: await exportedCharters(tx, scope, personId),
    practised: await exportedPractices(tx, scope, personId),
    time: await exportedTime(tx, scope, personId),
    clearOuts: await exportedClearOuts(tx, scope, personId),
  }),
  record: {
    title: "record-plans:title",
    labels: "record-plans:parts",
    fields: {
      plans: {
        title: "record-plans:parts.plans",
        labels: "record-plans:plans",
        fields: {
          ...{ begunOn: "day", endedOn: "day", publishedOn: "day" },
          areas: {
            title: "record-plans:plans.areas",
            labels: "record-plans:areas",
            fields: {
              title: "text",
              ...{ goal: "text", measure: "text", means: "text", reason: "text" },
              dueOn: "day",
              status: { word: (status) => `record-plans:areaStatus.${status}`, of: areaStatuses },
              actions: {
                title: "record-plans:areas.actions",
                labels: "record-plans:actions",
                fields: {
                  kind: { word: (kind) => `plan:kind.${kind}`, of: actionKinds },
                  words: "text",
                  evidence: "text",
                  dueOn: "day",
                  doneOn: "day",
                  status: {
                    word: (status) => `record-plans:actionStatus.${status}`,
                    of: actionStatuses,
                  },
                },
              },
            },
          },
        },
      },
      comments: {
        title: "record-plans:parts.comments",
        labels: "record-plans:comments",
        fields: { words: "text", saidAt: "moment" },
      },
      charters: {
        title: "record-plans:parts.charters",
        labels: "record-plans:charters",
        fields: {
          version: "text",
          ...{ managing: "text", leading: "text" },
          partner: { word: (partner) => `charters:partner.${partner}`, of: partners },
          state: { word: (state) => `record-plans:charterState.${state}`, of: charterStates },
          ...{ personSignedOn: "day", partnerSignedOn: "day" },
          ...{ returnedWhy: "text", reviewOn: "day" },
        },
      },
      practised: {
        title: "record-plans:parts.practised",
        labels: "record-plans:practised",
        fields: {
          ...{ cue: "text", action: "text", weekdays: "weekdays" },
          state: { word: (state) => `record-plans:practiceState.${state}`, of: practiceStates },
          ...{ begunOn: "day", endsOn: "day", endedOn: "day", midway: "text", learned: "text" },
          days: {
            title: "record-plans:practised.days",
            labels: "record-plans:practisedDays",
            fields: {
              day: "day",
              answer: { word: (answer) => `record-plans:checkIn.${answer}`, of: checkInAnswers },
            },
          },
        },
      },
      delegations: {
        title: "record-plans:parts.delegations",
        labels: "record-plans:delegations",
        fields: {
          ...{ decision: "text", owner: "text" },
          degree: { word: (degree) => `delegations:degree.${degree}`, of: degrees },
          isHandedOver: "yes-no",
          reviewOn: "day",
          steps: {
            title: "record-plans:delegations.steps",
            labels: "record-plans:steps",
            fields: {
              kind: { word: (kind) => `record-plans:stepKind.${kind}`, of: stepKinds },
              takenOn: "day",
              words: "text",
            },
          },
        },
      },
      time: timeRecord,
      clearOuts: clearOutsRecord,
    },
  },
  merge: {
    // What somebody kept for themselves is never handed to another record, whoever says the two are one person.
    look: async (_platform, tx, actor, { goes }) => {
      const kept = await keepsOwn(tx, actor, goes);
      // Of a record with an account nobody learns whether there is anything: that alone stands against it already.
      if (!kept || (await membershipOfPerson(tx, actor, goes))) return NOTHING;
      return { hindrances: [{ word: "plan:personal.keepsOwn" }], counts: [] };
    },
    carryOut: async (_platform, tx, actor, { goes, stays }) => {
      await renameAuthor(tx, actor, goes, stays);
      await moveInClearOuts(tx, actor, goes, stays);
      await renamePartner(tx, actor, goes, stays);
    },
  },
  erase: {
    // Everything goes, and a count of it would tell what somebody kept for themselves.
    look: async () => NOTHING,
    carryOut: async (_platform, tx, actor, { personId }) => {
      const plans = await plansOf(tx, actor, personId);
      await forgetPlans(
        tx,
        actor,
        plans.map(({ id }) => id),
      );
      await renameAuthor(tx, actor, personId, null);
      await forgetDelegations(tx, actor, personId);
      await forgetTime(tx, actor, personId);
      await forgetInClearOuts(tx, actor, personId);
      await forgetCharters(tx, actor, personId);
      await forgetPractised(tx, actor, { personId });
      await renamePartner(tx, actor, personId, null);
    },
  },
};

async function exportedPlans(tx: Tx, scope: OrganisationScope, personId: string) {
  const plans = [];
  for (const { id, begunOn, endedOn } of await plansOf(tx, scope, personId)) {
    const plan = await storedPlan(tx, scope, { id });
    const areas = (plan?.areas ?? []).map((area) => {
      const { title, goal, measure, means, reason, dueOn, status } = area;
      const own = plan?.actions.filter(({ areaId }) => areaId === area.id) ?? [];
      return {
        ...{ title, goal, measure, means, reason, dueOn, status },
        actions: own.map(({ kind, words, evidence, dueOn: by, doneOn, status: stands }) => ({
          ...{ kind, words, evidence, dueOn: by, doneOn, status: stands },
        })),
      };
    });
    const publishedOn = await publishedSince(tx, scope, id);
    plans.push({ begunOn, endedOn, publishedOn, areas });
  }
  return plans;
}

async function exportedDelegations(tx: Tx, scope: OrganisationScope, personId: string) {
  const { delegations, steps } = await registerOf(tx, scope, personId);
  return delegations.map(({ id, revision: _, ...delegation }) => ({
    ...delegation,
    steps: steps
      .filter(({ delegationId }) => delegationId === id)
      .map(({ kind, takenOn, words }) => ({ kind, takenOn, words })),
  }));
}

async function exportedCharters(tx: Tx, scope: OrganisationScope, personId: string) {
  const charters = await chartersOf(tx, scope, personId);
  return charters.map(({ id: _, personId: __, partnerId: ___, revision: ____, ...charter }) => ({
    ...charter,
    version: String(charter.version),
  }));
}

async function exportedPractices(tx: Tx, scope: OrganisationScope, personId: string) {
  const practices = await practicesOf(tx, scope, personId);
  return practices.map(({ cue, action, weekdays, state, checkIns, ...rest }) => {
    const { begunOn, endsOn, endedOn, midway, learned } = rest;
    return {
      ...{ cue, action, weekdays, state, begunOn, endsOn, endedOn, midway, learned },
      days: checkIns,
    };
  });
}

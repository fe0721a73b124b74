import { membershipOfPerson } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { eraseMessagesAbout } from "~/features/letters/index.server.ts";
import { NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { announcementSteps } from "./domain/announcing.ts";
import { awayQuestions } from "./domain/away/tell-away.ts";
import { pulseVerdicts } from "./domain/judge-change.ts";
import {
  exportedAnnouncements,
  forgetAnnouncements,
  hasAnnouncements,
} from "./personal/announcements-store.server.ts";
import { exportedAwayTests, forgetAwayTests, hasAwayTests } from "./personal/away-store.server.ts";
import { exportedPulses, forgetPulses, hasPulses } from "./personal/pulses-store.server.ts";
import {
  exportedSigned,
  exportedSuggestions,
  forgetSuggestions,
  giveSigned,
  hasSuggestions,
} from "./personal/suggestions-store.server.ts";

/** A pulse is of whom it was about; who was asked is the round's. */
export const personal: Personal<Actor> = {
  columns: {
    "pulse.person_id": "about whom others were asked once more, as they wished",
    "announcement.person_id": "who told those who were asked what they work on",
    "away_test.person_id": "who asked their team how it went while they were away",
    "suggestion_round.person_id": "who asked them for a suggestion",
    "signed_suggestion.signed_by": "who wished that their name stands beside what they suggested",
  },
  export: async (tx, scope, personId) => ({
    pulses: await exportedPulses(tx, scope, personId),
    announcements: await exportedAnnouncements(tx, scope, personId),
    suggestions: await exportedSuggestions(tx, scope, personId),
    away: await exportedAwayTests(tx, scope, personId),
    signedSuggestions: await exportedSigned(tx, scope, personId),
  }),
  record: {
    title: "record-pulses:title",
    labels: "record-pulses:parts",
    fields: {
      announcements: {
        title: "record-pulses:parts.announcements",
        labels: "record-pulses:announcements",
        fields: {
          ...{ sentOn: "day", word: "text", recipients: "text" },
          step: {
            word: (step) => `record-pulses:announcementStep.${step}`,
            of: announcementSteps,
          },
        },
      },
      suggestions: {
        title: "record-pulses:parts.suggestions",
        labels: "record-pulses:suggestions",
        fields: { askedOn: "day", question: "text", word: "text", name: "text" },
      },
      signedSuggestions: {
        title: "record-pulses:parts.signedSuggestions",
        labels: "record-pulses:signedSuggestions",
        fields: { to: "text", question: "text", word: "text" },
      },
      away: {
        title: "record-pulses:parts.away",
        labels: "record-pulses:away",
        fields: {
          ...{ firstDay: "day", lastDay: "day", askedOn: "day" },
          questions: {
            title: "record-pulses:away.questions",
            labels: "record-pulses:awayQuestions",
            fields: {
              question: { word: (each) => `record-pulses:awayQuestion.${each}`, of: awayQuestions },
              ...{ own: "text", team: "text", near: "text" },
            },
          },
        },
      },
      pulses: {
        title: "record-pulses:parts.pulses",
        labels: "record-pulses:pulses",
        fields: {
          ...{ askedOn: "day", closesOn: "day" },
          questions: {
            title: "record-pulses:pulses.questions",
            labels: "record-pulses:pulseQuestions",
            fields: {
              ...{ question: "text", before: "text", now: "text", balance: "text" },
              verdict: {
                word: (verdict) => `record-pulses:pulseVerdict.${verdict}`,
                of: pulseVerdicts,
              },
            },
          },
        },
      },
    },
  },
  merge: {
    // What was told to somebody alone is never handed to another record.
    look: async (_platform, tx, actor, { goes }) => {
      const kept =
        (await hasPulses(tx, actor, goes)) ||
        (await hasAnnouncements(tx, actor, goes)) ||
        (await hasSuggestions(tx, actor, goes)) ||
        (await hasAwayTests(tx, actor, goes));
      if (!kept || (await membershipOfPerson(tx, actor, goes))) return NOTHING;
      return { hindrances: [{ word: "plan:personal.keepsOwn" }], counts: [] };
    },
    carryOut: async (_platform, tx, actor, pair) => giveSigned(tx, actor, pair),
  },
  erase: {
    look: async () => NOTHING,
    carryOut: async (_platform, tx, actor, { personId }) => {
      await forgetPulses(tx, actor, personId);
      await forgetAnnouncements(tx, actor, personId);
      await forgetSuggestions(tx, actor, personId);
      await forgetAwayTests(tx, actor, personId);
      await eraseMessagesAbout(tx, actor, personId);
    },
  },
};

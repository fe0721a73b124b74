import type { Actor } from "~/features/identity/index.ts";
import type { Personal } from "~/platform/feature/personal.ts";
import { eraseRequests } from "./personal/erase-requests.server.ts";
import { mergeRequests } from "./personal/merge-requests.server.ts";
import { requestsTo, roundsTakenPartIn } from "./personal/personal-reads.server.ts";

const AS = ["self", "manager", "peer", "direct_report", "other", "outside"] as const;

/** Who takes part, who is asked, and the links and letters that come of it. Answers belong to no person here. */
export const personal: Personal<Actor> = {
  columns: {
    "subject.person_id": "whom a round asks about",
    "subject.coach_id": "who reads and releases a report first",
    "subject.manager_id": "who was their manager when the round began",
    "request.person_id": "who is asked",
    "invitation.person_id": "whose personal link it is",
    "reminder.person_id": "who was reminded, and when",
    "held_letter.person_id": "to whom something is written once their address may be",
  },
  // Whom they are asked about they see themselves; whether they answered is not kept with it.
  export: async (tx, scope, personId) => ({
    rounds: (await roundsTakenPartIn(tx, scope, personId)).map(({ roundName, ...row }) => ({
      ...{ round: roundName, jobTitle: row.jobTitle, department: row.department },
      withdrawn: row.withdrawn,
    })),
    asked: (await requestsTo(tx, scope, personId))
      .filter(({ state }) => state === "invited" || state === "declined" || state === "ended")
      .map(({ roundName, subjectName, relationship }) => ({
        ...{ round: roundName, about: subjectName, as: relationship },
      })),
  }),
  record: {
    title: "record-rounds:title",
    labels: "record-rounds:parts",
    fields: {
      rounds: {
        title: "record-rounds:parts.rounds",
        labels: "record-rounds:rounds",
        fields: { round: "text", jobTitle: "text", department: "text", withdrawn: "yes-no" },
      },
      asked: {
        title: "record-rounds:parts.asked",
        labels: "record-rounds:asked",
        fields: {
          round: "text",
          about: "text",
          as: { word: (as) => `record-rounds:as.${as}`, of: AS },
        },
      },
    },
  },
  merge: mergeRequests,
  erase: eraseRequests,
};

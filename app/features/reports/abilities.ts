import type { Actor } from "~/features/identity/index.ts";
import { type ReportFacts, readerOfReport } from "./domain/report-reader.ts";
import { mayRateUsefulness } from "./policy.ts";

const OTHER = "somebody else";

/** A released report of somebody else, from whom whoever asks has nothing. */
const others: ReportFacts = {
  participantPersonId: OTHER,
  closed: true,
  released: true,
  releaseMode: "hr",
  coachPersonId: null,
  grant: null,
  takenBack: false,
};

type About = (actor: Actor) => Partial<ReportFacts>;

const reads = (about: About) => (actor: Actor) =>
  readerOfReport(actor, { ...others, ...about(actor) }) !== null;

const own: About = ({ personId }) => (personId ? { participantPersonId: personId } : {});
const coached: About = ({ personId }) => ({ releaseMode: "coach", coachPersonId: personId });

/** Who may do what with a report, by what they are to it: rows of `docs/roles.md`. */
export const reportAbilities = {
  "read a report: their own, released": reads(own),
  "read a report: their own, not released yet": reads((actor) => ({
    ...own(actor),
    released: false,
  })),
  "read a report: as the coach HR named, once the round is closed": reads((actor) => ({
    ...coached(actor),
    released: false,
  })),
  "read a report: the same, after the participant took that back": reads((actor) => ({
    ...coached(actor),
    takenBack: true,
  })),
  "read a report: shared with them by the participant": reads(() => ({
    grant: { reader: "manager", parts: ["glance"] },
  })),
  "read a report: of anybody else, also as their manager": reads(() => ({})),
  "say how useful a round was: about their own report": (actor: Actor) =>
    mayRateUsefulness(actor, { participantPersonId: actor.personId ?? OTHER, released: true }),
};

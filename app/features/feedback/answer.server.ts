import { instrumentById } from "~/features/frameworks/index.server.ts";
import type { Instrument } from "~/features/frameworks/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { holdCycle } from "./cycle-store.server.ts";
import {
  type AnswerProblem,
  type Answers,
  mergeAnswers,
  noAnswers,
  openItems,
  saysSomething,
} from "./domain/answers.ts";
import { takesAnswers } from "./domain/cycle.ts";
import type { RaterActor } from "./domain/rater.ts";
import { answerRules } from "./measure-of.ts";
import { pseudonymOf } from "./pseudonym.server.ts";
import { type RatingRequest, requestById } from "./rater-reads.server.ts";
import {
  findResponse,
  insertResponse,
  type StoredResponse,
  updateResponse,
} from "./response-store.server.ts";
import { todayOf } from "./today.ts";

export type Questionnaire = {
  request: RatingRequest;
  instrument: Instrument;
  answers: Answers;
  submitted: boolean;
  open: boolean;
};

type Refusals = "unknown" | "closed";

/** What a rater sees: the questions, and their own answers so far. */
export function questionnaireFor(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
): Promise<Outcome<Questionnaire, Refusals>> {
  return inOrganisation(platform, rater, async (tx) => {
    const found = await findQuestionnaire(platform, tx, rater, requestId);
    if (!found) return refuse("unknown");
    const { request, instrument, pseudonym, open } = found;
    if (!pseudonym) return refuse("closed");
    const { organisationId } = rater;
    const response = await findResponse(
      tx,
      { organisationId, participantId: request.participantId, pseudonym },
      false,
    );
    return accept({
      request,
      instrument,
      answers: response?.answers ?? noAnswers(instrument.items.length),
      submitted: response?.state === "submitted",
      open,
    });
  });
}

export type SaveOutcome = Outcome<{ answers: Answers; problems: AnswerProblem[] }, Refusals>;

/** Keeps answers as they are given. Only the fields that were sent change; impossible ones are named and change nothing. */
export function saveAnswers(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  fields: Iterable<readonly [string, string]>,
): Promise<SaveOutcome> {
  return changeResponse(platform, rater, requestId, async (tx, { instrument }, response) => {
    const { answers, problems } = mergeAnswers(response.answers, fields, answerRules(instrument));
    const tooLong = problems.some((problem) => problem.problem === "too-long");
    if (!tooLong) await updateResponse(tx, rater, response.id, answers, response.state);
    return accept({ answers, problems });
  });
}

export type SubmitOutcome =
  | Outcome<void, Refusals | "nothing-said">
  | { ok: false; reason: "open-items"; items: number[] };

/**
 * Counts the answers. Every item must be rated or declined; `declineRest` declines what is left. Answers can be
 * changed afterwards until the cycle closes, and submitting again changes nothing.
 */
export function submitAnswers(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  declineRest: boolean,
): Promise<SubmitOutcome> {
  return changeResponse<SubmitOutcome>(
    platform,
    rater,
    requestId,
    async (tx, { instrument }, response) => {
      const all = instrument.items.map((_, index) => index);
      const left = openItems(response.answers, all);
      if (left.length > 0 && !declineRest) return { ok: false, reason: "open-items", items: left };
      if (!saysSomething(response.answers)) return refuse("nothing-said");
      const answers = {
        ...response.answers,
        cantSay: [...response.answers.cantSay, ...left].sort((a, b) => a - b),
      };
      await updateResponse(tx, rater, response.id, answers, "submitted");
      return { ok: true };
    },
  );
}

type Found = {
  request: RatingRequest;
  instrument: Instrument;
  pseudonym: Buffer | null;
  open: boolean;
};

async function findQuestionnaire(
  platform: Platform,
  tx: Tx,
  rater: RaterActor,
  requestId: string,
): Promise<Found | null> {
  const request = await requestById(tx, rater, requestId);
  if (!request) return null;
  const content = await instrumentById(tx, rater, request.instrumentId);
  if (!content) throw new Error("a cycle without its instrument");
  const cycle = { organisationId: rater.organisationId, id: request.cycleId };
  return {
    request,
    instrument: content.instrument,
    pseudonym: await pseudonymOf(tx, cycle, platform.secret, rater.personId),
    open: takesAnswers(
      { state: request.cycleState, closesOn: request.closesOn },
      todayOf(platform),
    ),
  };
}

async function changeResponse<Result>(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  change: (tx: Tx, found: Found, response: StoredResponse) => Promise<Result>,
): Promise<Result | { ok: false; reason: Refusals }> {
  return inOrganisation(platform, rater, async (tx) => {
    const found = await findQuestionnaire(platform, tx, rater, requestId);
    if (!found) return refuse("unknown");
    const { request, instrument, pseudonym } = found;
    const { participantId, cycleId, relationship } = request;
    // A cycle that closes meanwhile must not leave an answer behind that is neither counted nor severed.
    const cycle = await holdCycle(tx, rater, cycleId);
    if (!cycle || !takesAnswers(cycle, todayOf(platform)) || !pseudonym) return refuse("closed");
    const key = { organisationId: rater.organisationId, participantId, pseudonym };
    await insertResponse(tx, { ...key, cycleId, relationship, items: instrument.items.length });
    const response = await findResponse(tx, key, true);
    if (!response) throw new Error("a response that was just made is missing");
    return change(tx, found, response);
  });
}

import {
  type AnswerProblem,
  type Answers,
  changesSince,
  declineOpen,
  fieldsOf,
  mergeAnswers,
  noAnswers,
  onlyAsked,
  openItems,
  saysSomething,
} from "~/features/questionnaires/domain/index.ts";
import { answerRules, instrumentById, ratingsOf } from "~/features/questionnaires/index.server.ts";
import type { Instrument } from "~/features/questionnaires/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { type Shut, type Standing, standingOf } from "../domain/standing.ts";
import { deviceMark } from "../pseudonyms/device.server.ts";
import { pseudonymWith } from "../pseudonyms/pseudonym.server.ts";
import { type RatingRequest, requestById } from "../reads/rater-reads.server.ts";
import { takenOffSince } from "./decline-reads.server.ts";
import {
  dropOthers,
  findResponse,
  insertResponse,
  makeRoom,
  type StoredResponse,
  updateResponse,
} from "./response-store.server.ts";

export type Questionnaire = {
  request: RatingRequest;
  instrument: Instrument;
  answers: Answers;
  /** Counts up with every change, so that another tab or device can tell. */
  revision: number;
  submitted: boolean;
  standing: Standing;
  open: boolean;
};

/**
 * What a rater sees: the questions, and what this device has answered so far. What another one wrote is never given
 * back.
 */
export function questionnaireFor(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
): Promise<Outcome<Questionnaire, "unknown" | "closed" | "called-off">> {
  return inOrganisation(platform, rater, async (tx) => {
    const found = await findQuestionnaire(platform, tx, rater, requestId, false);
    if (!found) return refuse("unknown");
    const { request, instrument, standing } = found;
    if (standing === "called-off") return refuse(standing);
    if (!request.salt) return refuse("closed");
    const response = await findResponse(tx, responseKey(platform, rater, found), false);
    return accept({
      request,
      instrument,
      answers: response?.answers ?? noAnswers(ratingsOf(instrument)),
      revision: response?.revision ?? 0,
      submitted: response?.state === "submitted",
      standing,
      open: standing === "open",
    });
  });
}

export type Saved = {
  answers: Answers;
  problems: AnswerProblem[];
  /** The fields that this changed. */
  changed: string[];
  /** What another tab or device had put there since the page was made. Only known with `seen`. */
  replaced: Map<string, string>;
  revisionBefore: number;
  revision: number;
};

export type SaveOutcome = Outcome<Saved, "unknown" | Shut>;

/**
 * Keeps answers as they are given. Only the fields that were sent change; impossible ones are named and change nothing.
 * @param seen what the page that sends them was made with: fields that still say that are no change.
 */
export function saveAnswers(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  fields: Iterable<readonly [string, string]>,
  seen: ReadonlyMap<string, string> | null = null,
): Promise<SaveOutcome> {
  return changeResponse(platform, rater, requestId, async (tx, { instrument }, response) => {
    const { changes, replaced } = changesSince(fields, seen, fieldsOf(response.answers));
    const { answers, problems } = mergeAnswers(response.answers, changes, answerRules(instrument));
    const tooLong = problems.some(({ code }) => code === "too-long");
    const changed = changes.map(([field]) => field);
    const revisionBefore = response.revision;
    if (tooLong || changed.length === 0)
      return accept({
        answers,
        problems,
        changed,
        replaced,
        revisionBefore,
        revision: revisionBefore,
      });
    await updateResponse(tx, rater, response.id, answers, response.state);
    const revision = revisionBefore + 1;
    return accept({ answers, problems, changed, replaced, revisionBefore, revision });
  });
}

export type SubmitOutcome =
  | Outcome<void, "unknown" | Shut | "nothing-said">
  | { ok: false; reason: "open-items"; items: string[] };

/**
 * Counts the answers. Every item that is owed must be answered or declined; `declineRest` declines what is left.
 * Answers can be changed afterwards on that device until the round closes; sent from another one they replace what was
 * sent before.
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
    async (tx, { instrument }, response, key) => {
      const rules = answerRules(instrument);
      const answers = declineRest ? declineOpen(rules, response.answers) : response.answers;
      const left = openItems(rules, answers).map(({ key }) => key);
      if (left.length > 0) return { ok: false, reason: "open-items", items: left };
      if (!saysSomething(answers)) return refuse("nothing-said");
      await dropOthers(tx, key, response.id);
      await updateResponse(tx, rater, response.id, onlyAsked(rules, answers), "submitted");
      return { ok: true };
    },
  );
}

type Found = { request: RatingRequest; instrument: Instrument; standing: Standing };

async function findQuestionnaire(
  platform: Platform,
  tx: Tx,
  rater: RaterActor,
  requestId: string,
  hold: boolean,
): Promise<Found | null> {
  const request = await requestById(tx, rater, requestId, hold);
  if (!request) return null;
  const content = await instrumentById(tx, rater, request.instrumentId);
  if (!content) throw new Error("a round without its instrument");
  const standing = standingOf(request, todayFor(platform, request.zone));
  return { request, instrument: content.instrument, standing };
}

function responseKey(
  platform: Platform,
  { organisationId, personId, device }: RaterActor,
  { request: { salt, roundId, subjectId } }: Found,
) {
  if (!salt) throw new Error("a closed round has no pseudonyms");
  if (device === null) throw new Error("answers without a device");
  const pseudonym = pseudonymWith(salt, platform.secret, { personId, subjectId });
  return { organisationId, roundId, subjectId, pseudonym, device: deviceMark(device, pseudonym) };
}

async function changeResponse<Result>(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  change: (
    tx: Tx,
    found: Found,
    response: StoredResponse,
    key: ReturnType<typeof responseKey>,
  ) => Promise<Result>,
): Promise<Result | { ok: false; reason: "unknown" | Shut }> {
  return inOrganisation(platform, rater, async (tx) => {
    const found = await findQuestionnaire(platform, tx, rater, requestId, true);
    if (!found) return refuse("unknown");
    const { request, instrument, standing } = found;
    if (standing !== "open") return refuse(standing);
    // Now that nobody can move the round: whoever declined or was taken off a moment ago leaves no answer behind.
    const takenOff = await takenOffSince(tx, rater, request);
    if (takenOff) return refuse(takenOff);
    if (!request.salt) return refuse("closed");
    const { relationship } = request;
    const key = responseKey(platform, rater, found);
    let response = await findResponse(tx, key, true);
    if (!response) {
      await makeRoom(tx, key);
      await insertResponse(tx, { ...key, relationship, items: ratingsOf(instrument) });
      response = await findResponse(tx, key, true);
    }
    if (!response) throw new Error("a response that was just made is missing");
    return change(tx, found, response, key);
  });
}

import { data, type RouterContextProvider } from "react-router";
import { wordsOfName } from "~/features/people/domain/index.ts";
import { teamWords } from "~/features/people/index.server.ts";
import {
  dealtWith,
  fieldsOf,
  minutesLeft,
  neighbours,
  partStates,
  printOf,
  SEND_PART,
  writeSeen,
} from "~/features/questionnaires/domain/index.ts";
import { commentHints } from "~/features/questionnaires/index.server.ts";
import {
  answerRules,
  type Instrument,
  inLanguage,
  languagesOf,
  lastLook,
  type PartData,
  partsOf,
  sectionViews,
} from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import { deviceOf } from "../pseudonyms/device.server.ts";
import { type Questionnaire, questionnaireFor } from "./answer.server.ts";
import { formKept } from "./kept-form.server.ts";
import { likelyWritingOf } from "./likely-writing.server.ts";
import { closedForGood, type RaterVisit, resolveRater, shut } from "./resolve-rater.server.ts";

type Args = {
  context: Readonly<RouterContextProvider>;
  request: Request;
  params: { token?: string; requestId: string };
};

/**
 * A request that takes answers, for its rater, in the language they read.
 * @throws 404, 409 and 410 as its problems are, with what was typed when a form was being saved.
 */
export async function openQuestionnaire(
  args: Args,
): Promise<{ visit: RaterVisit; found: Questionnaire; worded: Instrument }> {
  const kept = formKept(args.context);
  if (kept) throw data(kept, { status: kept.problem === "signed-out" ? 401 : 409 });
  const visit = await resolveRater(args);
  const outcome = await questionnaireFor(
    getPlatform(args.context),
    visit.rater,
    args.params.requestId,
  );
  if (!outcome.ok && outcome.reason === "called-off") throw shut(outcome.reason);
  if (!outcome.ok) throw outcome.reason === "closed" ? closedForGood() : notFound();
  const { instrument, standing } = outcome.value;
  if (standing !== "open") throw shut(standing);
  const own = instrument.language;
  const others = languagesOf(instrument).slice(1);
  const worded = inLanguage(instrument, languageAmong([own, ...others], visit.wishes));
  return { visit, found: outcome.value, worded };
}

/** What the questionnaire's page shows, whichever part of it is in front. */
export async function partData(args: Args & { params: { part: string } }): Promise<PartData> {
  const { part, requestId } = args.params;
  const { visit, found, worded } = await openQuestionnaire(args);
  const { request, answers, submitted, revision, instrument } = found;
  const parts = partsOf(worded, "");
  if (part !== SEND_PART && !parts.some((each) => each.key === part)) throw notFound();
  const { relationship } = request;
  const name = request.subjectName ?? request.roundName;
  // What is about nobody is worded as of oneself.
  const read = { relationship: relationship ?? "self", name };
  const rules = answerRules(instrument);
  const { done, total } = dealtWith(rules, answers);
  return {
    ...(await helpWithComments(args, visit, found)),
    organisation: visit.organisation,
    brand: visit.brand,
    base: visit.base,
    language: visit.language,
    worded: worded.language,
    requestId,
    shared: deviceOf(args.context).shared,
    part,
    name,
    relationship,
    suggests: request.roundKind === "suggestion",
    ...(request.roundKind === "away" ? { occasion: "away" as const } : {}),
    submitted,
    revision,
    seen: writeSeen(fieldsOf(answers)),
    sections: sectionViews(worded, read.relationship, name),
    parts: partStates(parts, rules, answers),
    before: neighbours(parts, part).before,
    answers,
    look: part === SEND_PART ? lastLook(worded, answers, read) : [],
    progress: {
      done,
      total,
      whole: instrument.minutes,
      minutes: minutesLeft(instrument.minutes, total, total - done),
    },
  };
}

/**
 * Hints about what was written; prints of the nearest names and the scripts others use, so that the page can tell at
 * once without naming anyone.
 */
async function helpWithComments(
  { context }: Args,
  { rater, language }: RaterVisit,
  { request, answers, instrument }: Questionnaire,
) {
  const platform = getPlatform(context);
  const { subjectName, subjectPersonId } = request;
  return inOrganisation(platform, rater, async (tx) => {
    const own = new Set(wordsOfName(subjectName ?? ""));
    // Where it is about nobody, the nearest are whoever is near the one who writes.
    const team = await teamWords(tx, rater, subjectPersonId ?? rater.personId);
    const writing = await likelyWritingOf(tx, rater, request, instrument.language);
    const about = { participantName: subjectName ?? "", language, writing };
    return {
      hints: await commentHints(platform, tx, rater, answers.comments, about),
      scripts: writing?.scripts.join(" ") ?? null,
      team: team
        .filter((word) => !own.has(word))
        .map(printOf)
        .join(" "),
    };
  });
}

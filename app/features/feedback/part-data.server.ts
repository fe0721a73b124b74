import type { RouterContextProvider } from "react-router";
import { notFound } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { questionnaireFor } from "./answer.server.ts";
import { dealtWith } from "./domain/answers.ts";
import { COMMENTS_PART, minutesLeft, neighbours, partStates, SEND_PART } from "./domain/parts.ts";
import { partsOf, questionViews, sectionView } from "./questionnaire-view.ts";
import { closedForGood, resolveRater } from "./resolve-rater.server.ts";

type Args = {
  context: Readonly<RouterContextProvider>;
  request: Request;
  params: { token?: string; requestId: string; part: string };
};

/** What one screen of the questionnaire shows. @throws 404 and 410 as resolveRater does. */
export async function partData(args: Args) {
  const { rater, base, organisation } = await resolveRater(args);
  const { requestId, part } = args.params;
  const outcome = await questionnaireFor(getPlatform(args.context), rater, requestId);
  if (!outcome.ok) throw outcome.reason === "closed" ? closedForGood() : notFound();
  const { request, instrument, answers, submitted, open } = outcome.value;
  if (!open) throw closedForGood();
  const parts = partsOf(instrument, "");
  if (part !== SEND_PART && !parts.some((each) => each.key === part)) throw notFound();
  const { relationship, participantName: name } = request;
  const dealt = dealtWith(answers);
  return {
    organisation,
    base,
    requestId,
    part,
    name,
    relationship,
    submitted,
    section: sectionView(instrument, part, relationship, name),
    questions: part === COMMENTS_PART ? questionViews(instrument, relationship, name) : [],
    parts: partStates(parts, answers),
    ...neighbours(parts, part),
    cantSayLabel: instrument.cantSay.label,
    answers,
    progress: {
      done: dealt,
      total: instrument.items.length,
      minutes: minutesLeft(instrument.items.length - dealt),
    },
  };
}

export type PartData = Awaited<ReturnType<typeof partData>>;

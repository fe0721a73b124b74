import { data } from "react-router";
import { fieldsOf, readSeen } from "~/features/questionnaires/domain/index.ts";
import { commentHints, instrumentById } from "~/features/questionnaires/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { questionnaireFor, type Saved, saveAnswers } from "../answering/answer.server.ts";
import { likelyWritingOf } from "../answering/likely-writing.server.ts";
import { raterOf } from "../answering/resolve-rater.server.ts";
import { knowDevice } from "../pseudonyms/device.server.ts";
import { requestById } from "../reads/rater-reads.server.ts";
import type { Route } from "./+types/rater-save";
import { textsOf } from "./form-texts.ts";

export const middleware: Route.MiddlewareFunction[] = [knowDevice];

/** Where another tab has got to, for a page that comes back into view. */
export async function loader(args: Route.LoaderArgs) {
  const rater = await raterOf(args);
  const outcome = await questionnaireFor(getPlatform(args.context), rater, args.params.requestId);
  if (!outcome.ok) throw notFound();
  const { standing, answers, revision } = outcome.value;
  if (standing !== "open") return data({ reason: standing }, { status: 409 });
  return data({ revision, fields: Object.fromEntries(fieldsOf(answers)) });
}

/**
 * Takes the answers that the page's script sends as they are given. Says whether they are kept, what could give someone
 * away, and what another tab or device changed since this page last heard.
 */
export async function action(args: Route.ActionArgs) {
  const rater = await raterOf(args);
  const { requestId } = args.params;
  const form = await args.request.formData();
  const seen = form.get("seen");
  const saved = await saveAnswers(
    getPlatform(args.context),
    rater,
    requestId,
    textsOf(form),
    typeof seen === "string" ? readSeen(seen) : null,
  );
  if (!saved.ok)
    return data({ reason: saved.reason }, { status: saved.reason === "unknown" ? 404 : 409 });
  const { problems, answers, revision, revisionBefore, replaced } = saved.value;
  const isNews = form.get("revision") !== String(revisionBefore);
  return data(
    {
      revision,
      fields: isNews ? Object.fromEntries(fieldsOf(answers)) : undefined,
      replaced: Object.fromEntries(replaced),
      hints: await hintsFor(args, saved.value),
      problems: problems.map(({ field }) => field),
    },
    { status: problems.length > 0 ? 422 : 200 },
  );
}

/** Hints about the comments that were just changed; one without any is there with none, so that an old hint goes. */
async function hintsFor(args: Route.ActionArgs, { changed, answers }: Saved) {
  const keys = changed.flatMap((field) => /^comment-(.+)$/.exec(field)?.[1] ?? []);
  if (keys.length === 0) return {};
  const rater = await raterOf(args);
  const platform = getPlatform(args.context);
  const language = languageAmong(languages, await languageWishes(args.request.headers));
  const comments = Object.fromEntries(keys.map((key) => [key, answers.comments[key]]));
  return inOrganisation(platform, rater, async (tx) => {
    const request = await requestById(tx, rater, args.params.requestId);
    if (!request) return {};
    const content = await instrumentById(tx, rater, request.instrumentId);
    const own = content?.instrument.language ?? language;
    const writing = await likelyWritingOf(tx, rater, request, own);
    const about = { participantName: request.subjectName ?? "", language, writing };
    const found = await commentHints(platform, tx, rater, comments, about);
    return Object.fromEntries(keys.map((key) => [key, found[key] ?? []]));
  });
}

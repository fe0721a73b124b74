import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { readingAnswers } from "~/features/people-import/domain/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { tooBusy } from "~/platform/errors/too-busy.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { AssignmentsReview } from "../components/hr/assignments-review.tsx";
import { BadRows } from "../components/hr/bad-rows.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { ParticipantsWays, wayPath } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import {
  confirmAssignments,
  confirmAssignmentsInput,
  discardAssignments,
} from "../setup/confirm-assignments.server.ts";
import { reviewAssignments } from "../setup/review-assignments.server.ts";
import type { Route } from "./+types/cycle-setup-file-review";
import { leadToCycle } from "./lead-to-cycle.ts";

const presses = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("confirm"), ...confirmAssignmentsInput.shape }),
  z.object({ intent: z.literal("discard") }),
]);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const address = new URL(request.url).searchParams;
  const addOutsiders = address.get("outside") === "yes";
  // An answer that is none counts as not given.
  const answers = readingAnswers.safeParse(Object.fromEntries(address)).data ?? {};
  const fileId = pathId(params.fileId);
  const review = await reviewAssignments(
    getPlatform(context),
    actor,
    cycleId,
    fileId,
    addOutsiders,
    answers,
  );
  if (review.ok) return { review: review.value };
  throw review.reason === "busy" ? tooBusy() : redirect(`${wayPath(cycleId, "file")}?gone`);
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const fileId = pathId(params.fileId);
  const press = await readPress(request, presses);
  if (press.intent === "discard") {
    const dropped = await discardAssignments(platform, actor, cycleId, fileId);
    if (!dropped.ok && dropped.reason === "not-allowed") throw notFound();
    return redirect(wayPath(cycleId, "file"));
  }
  const outcome = await confirmAssignments(platform, actor, cycleId, fileId, press);
  if (outcome.ok) return redirect(stepPath(cycleId, "raters"));
  switch (outcome.reason) {
    case "changed":
    case "open-questions":
    case "nothing":
      return data(answerWith({ code: outcome.reason }), { status: 409 });
    case "busy":
      throw tooBusy();
    case "gone":
      return redirect(`${wayPath(cycleId, "file")}?gone`);
    default:
      return leadToCycle(cycleId, outcome.reason);
  }
}

export default function SetupFileReview({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { cycle } = useOutletContext<SetupFacts>();
  const { review } = loaderData;
  return (
    <StepSection
      step="participants"
      lead={t("review.lead", { file: review.fileName })}
      size="help-for-table"
      aside={<NextAside />}
    >
      <ParticipantsWays cycleId={cycle.id} current="file" />
      {problemsIn(actionData).map(({ code }) => (
        <Notice key={code} tone="danger">
          {t(`review.refused.${code}`)}
        </Notice>
      ))}
      <AssignmentsReview review={review} />
      {review.bad.length > 0 && <BadRows bad={review.bad} />}
    </StepSection>
  );
}

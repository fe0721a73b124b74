import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { tooBusy } from "~/platform/errors/too-busy.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Notice } from "~/ui/notice.tsx";
import { AssignmentsReview } from "../components/hr/assignments-review.tsx";
import { BadRows } from "../components/hr/bad-rows.tsx";
import { ParticipantsWays, wayPath } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { confirmAssignments, discardAssignments } from "../setup/confirm-assignments.server.ts";
import { reviewAssignments } from "../setup/review-assignments.server.ts";
import type { Route } from "./+types/cycle-setup-file-review";
import { setupRefusal } from "./setup-refusal.ts";

const wantsOutsiders = (values: { get(name: string): unknown }) => values.get("outside") === "yes";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const addOutsiders = wantsOutsiders(new URL(request.url).searchParams);
  const fileId = pathId(params.fileId);
  const review = await reviewAssignments(
    getPlatform(context),
    actor,
    cycleId,
    fileId,
    addOutsiders,
  );
  if (review.ok) return { review: review.value };
  throw review.reason === "busy" ? tooBusy() : redirect(`${wayPath(cycleId, "file")}?gone`);
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const fileId = pathId(params.fileId);
  const form = await request.formData();
  if (form.get("intent") === "discard") {
    const dropped = await discardAssignments(platform, actor, cycleId, fileId);
    if (!dropped.ok && dropped.reason === "not-allowed") throw setupRefusal("not-allowed", cycleId);
    return redirect(wayPath(cycleId, "file"));
  }
  const outcome = await confirmAssignments(platform, actor, cycleId, fileId, {
    addOutsiders: wantsOutsiders(form),
    expected: Number(form.get("expected")),
  });
  if (outcome.ok) return redirect(stepPath(cycleId, "raters"));
  switch (outcome.reason) {
    case "changed":
    case "nothing":
      return data({ refused: outcome.reason }, { status: 409 });
    case "busy":
      throw tooBusy();
    case "gone":
      return redirect(`${wayPath(cycleId, "file")}?gone`);
    default:
      throw setupRefusal(outcome.reason, cycleId);
  }
}

export default function SetupFileReview({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { cycle } = useOutletContext<SetupFacts>();
  const { review } = loaderData;
  return (
    <StepSection
      step="participants"
      cycle={cycle.name}
      lead={t("review.lead", { file: review.fileName })}
    >
      <ParticipantsWays cycleId={cycle.id} current="file" />
      {actionData && <Notice tone="danger">{t(`review.refused.${actionData.refused}`)}</Notice>}
      <AssignmentsReview review={review} />
      {review.bad.length > 0 && <BadRows bad={review.bad} />}
    </StepSection>
  );
}

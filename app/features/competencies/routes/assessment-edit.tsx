import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { roundPage, setupPage } from "../assessments/round-page.server.ts";
import { editAssessmentInput } from "../assessments/setup/assessment-input.ts";
import { editAssessment } from "../assessments/setup/edit-assessment.server.ts";
import { SetupForm } from "../components/assessments/setup-form.tsx";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment-edit";
import { leadToRound } from "./lead-to-round.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const platform = getPlatform(context);
  const found = await roundPage(platform, actor, roundId);
  if (!found) throw notFound();
  const { round } = found;
  if (round.state !== "draft") throw redirect(roundPath(roundId));
  const wanted = new URL(request.url).searchParams.get("framework") ?? round.framework;
  const page = await setupPage(platform, actor, wanted);
  if (!page) throw notFound();
  return { page, round };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const form = await readForm(request, editAssessmentInput, { hidden: ["framework", "revision"] });
  if (!form.ok) return form.refused();
  const outcome = await editAssessment(getPlatform(context), actor, roundId, form.value);
  if (outcome.ok) return redirect(roundPath(roundId, { said: "edited" }));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  // Somebody changed it meanwhile: what was typed stays, and is looked at again.
  if (outcome.reason === "changed") return form.refused([{ code: "changed" }], { status: 409 });
  return leadToRound(roundId, outcome.reason);
}

/** A refusal may mean that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

export default function EditAssessment({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { page, round } = loaderData;
  const path = roundPath(round.id);
  return (
    <>
      <PageTitle>{t("edit.title", { name: round.name })}</PageTitle>
      <PageHeader
        title={t("edit.title", { name: round.name })}
        lead={t("edit.lead")}
        breadcrumbs={[
          { label: t("place"), href: "/assessments" },
          { label: round.name, href: path },
        ]}
      />
      <SetupForm
        key={page.framework.framework}
        page={page}
        revision={round.revision}
        start={{
          name: round.name,
          which: round.competencies === null ? "roles" : "chosen",
          competencies: round.competencies ?? [],
          purposes: round.purposes,
          closesOn: round.closesOn ?? undefined,
        }}
        path={`${path}/edit`}
        cancel={path}
        answer={actionData}
      />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { roundPage } from "../assessments/round-page.server.ts";
import {
  callOffAssessment,
  callOffAssessmentInput,
} from "../assessments/running/call-off-assessment.server.ts";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment-call-off";
import { leadToRound } from "./lead-to-round.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const page = await roundPage(getPlatform(context), actor, roundId);
  if (!page) throw notFound();
  const { round, counts } = page;
  if (round.state !== "collecting") throw redirect(roundPath(roundId));
  return { id: roundId, name: round.name, concluded: counts.concluded };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const form = await readForm(request, callOffAssessmentInput);
  if (!form.ok) return form.refused();
  const outcome = await callOffAssessment(getPlatform(context), actor, roundId, form.value);
  if (outcome.ok) return redirect(roundPath(roundId, { said: "called-off" }));
  return leadToRound(roundId, outcome.reason);
}

/** Asks for a reason, and says what is lost. */
export default function CallOffAssessment({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { id, name, concluded } = loaderData;
  const form = useFormFields<typeof callOffAssessmentInput>({
    id: "call-off",
    draft: { name: `assessment-call-off:${id}`, endsWhenSent: true },
    answer: actionData,
    start: { reason: "" },
    say: ({ code }) => t(`callOff.problems.${code}`),
  });
  return (
    <>
      <PageTitle>{t("callOff.title", { name })}</PageTitle>
      <PageHeader
        title={t("callOff.title", { name })}
        breadcrumbs={[
          { label: t("place"), href: "/assessments" },
          { label: name, href: roundPath(id) },
        ]}
      />
      <div className="grid max-w-form gap-6">
        <Panel title={t("callOff.happens")}>
          <Points
            points={[
              t("callOff.lost"),
              ...(concluded > 0 ? [t("callOff.kept", { count: concluded })] : []),
              t("callOff.told"),
            ]}
          />
        </Panel>
        <Form {...form.form} className="grid gap-6">
          <ErrorSummary problems={form.problems} />
          <TextArea
            {...form.field("reason")}
            rows={4}
            label={t("callOff.reason")}
            hint={t("callOff.reasonHint")}
          />
          <DraftNote isBack={form.draft.isBack} />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" wide>
              {t("callOff.action")}
            </Button>
            <ButtonLink href={roundPath(id)} wide>
              {t("cancel")}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { suggestedExtension } from "~/features/rounds/domain/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { roundPage } from "../assessments/round-page.server.ts";
import {
  extendAssessment,
  extendAssessmentInput,
} from "../assessments/running/extend-assessment.server.ts";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment-extend";
import { leadToRound } from "./lead-to-round.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const platform = getPlatform(context);
  const page = await roundPage(platform, actor, roundId);
  if (!page) throw notFound();
  const { id, name, closesOn, revision, state } = page.round;
  if (state !== "collecting") throw redirect(roundPath(id));
  return {
    id,
    name,
    closesOn,
    revision,
    suggested: suggestedExtension(closesOn, todayOf(platform)),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const form = await readForm(request, extendAssessmentInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const outcome = await extendAssessment(getPlatform(context), actor, roundId, form.value);
  if (outcome.ok) return redirect(roundPath(roundId, { said: "extended" }));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  if (outcome.reason === "changed") return form.refused([{ code: "changed" }], { status: 409 });
  return leadToRound(roundId, outcome.reason);
}

/** A refusal may mean that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

export default function ExtendAssessment({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { id, name, closesOn, revision, suggested } = loaderData;
  const date = closesOn === null ? "" : writtenDate(closesOn);
  const form = useFormFields<typeof extendAssessmentInput>({
    id: "extend",
    answer: actionData,
    start: { closesOn: suggested },
    say: ({ code }) => t(`extend.problems.${code}`, { date }),
  });
  return (
    <>
      <PageTitle>{t("extend.title", { name })}</PageTitle>
      <PageHeader
        title={t("extend.title", { name })}
        lead={t("extend.lead", { date })}
        breadcrumbs={[
          { label: t("place"), href: "/assessments" },
          { label: name, href: roundPath(id) },
        ]}
      />
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="revision" value={revision} />
        <TextField
          {...form.field("closesOn")}
          type="date"
          width="medium"
          label={t("setup.closesOn")}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" wide>
            {t("extend.action")}
          </Button>
          <ButtonLink href={roundPath(id)} wide>
            {t("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

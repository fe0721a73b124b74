import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { setupPage } from "../assessments/round-page.server.ts";
import { assessmentInput } from "../assessments/setup/assessment-input.ts";
import { createAssessment } from "../assessments/setup/create-assessment.server.ts";
import { SetupForm } from "../components/assessments/setup-form.tsx";
import type { Route } from "./+types/assessment-new";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  const wanted = new URL(request.url).searchParams.get("framework");
  const page = await setupPage(getPlatform(context), actor, wanted);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  const form = await readForm(request, assessmentInput, { hidden: ["framework"] });
  if (!form.ok) return form.refused();
  const outcome = await createAssessment(getPlatform(context), actor, form.value);
  if (outcome.ok) return redirect(`/assessments/${outcome.value.id}/people`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** Begins a draft of a round in which people are placed on levels. */
export default function NewAssessment({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  return (
    <>
      <PageTitle>{t("new.title")}</PageTitle>
      <PageHeader
        title={t("new.title")}
        lead={t("new.lead")}
        breadcrumbs={[{ label: t("place"), href: "/assessments" }]}
      />
      <SetupForm
        key={page.framework.framework}
        page={page}
        start={{
          ...{ name: "", which: "roles", competencies: [], closesOn: undefined },
          purposes: ["development"],
        }}
        path="/assessments/new"
        cancel="/assessments"
        answer={actionData}
      />
    </>
  );
}

import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { mayRunSomeRounds } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { WithAside } from "~/ui/with-aside.tsx";
import { DetailsFields, useDetailsProblem } from "../components/hr/details-fields.tsx";
import { NextParts } from "../components/hr/next-aside.tsx";
import { stepPath } from "../components/hr/setup-steps.ts";
import { createCycle, createCycleInput } from "../setup/create-cycle.server.ts";
import { instrumentsToChoose } from "../setup/setup-page.server.ts";
import type { Route } from "./+types/cycle-new";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  return { instruments: await instrumentsToChoose(getPlatform(context), actor) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayRunSomeRounds);
  const form = await readForm(request, createCycleInput);
  if (!form.ok) return form.refused();
  const outcome = await createCycle(getPlatform(context), actor, form.value);
  if (outcome.ok) return redirect(stepPath(outcome.value.id, "participants"));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** Nothing is settled yet. */
const UNSET = {
  kind: "360",
  nominatedBy: "hr",
  ...{ nominateBy: null, opensOn: null, closesOn: null, releaseOn: null },
  closesItself: false,
  reminderDays: [],
  releaseMode: "hr",
} satisfies ComponentProps<typeof NextParts>;

export default function NewCycle({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["feedback-hr", "setup-aside"]);
  const { t: tSetup } = useTranslation("cycle-setup");
  const { instruments } = loaderData;
  const form = useFormFields<typeof createCycleInput>({
    id: "cycle",
    draft: { name: "cycle-new", endsWhenSent: true },
    answer: actionData,
    start: { kind: "360", instrumentId: instruments[0]?.id },
    say: useDetailsProblem(),
  });
  return (
    <>
      <PageTitle>{t("newCycle.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("cycles.title"), href: "/cycles" }]}
        title={t("newCycle.title")}
        lead={tSetup("new.lead")}
      />
      <WithAside label={t("label", { ns: "setup-aside" })} aside={<NextParts {...UNSET} />}>
        <Form {...form.form} className="grid max-w-reading gap-6">
          <ErrorSummary problems={form.problems} />
          <DetailsFields form={form} instruments={instruments} />
          <DraftNote isBack={form.draft.isBack} />
          <Button variant="primary" className="w-fit">
            {t("newCycle.action")}
          </Button>
        </Form>
      </WithAside>
    </>
  );
}

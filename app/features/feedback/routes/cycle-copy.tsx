import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
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
import { Points } from "~/ui/points.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { useDetailsProblem } from "../components/hr/details-fields.tsx";
import { cyclePath } from "../components/hr/notices.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { cyclePage } from "../cycle/cycle-page.server.ts";
import { RATERS_OF_COPY } from "../domain/cycle-setup.ts";
import { copyCycle, copyCycleInput } from "../setup/copy-cycle.server.ts";
import type { Route } from "./+types/cycle-copy";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const page = await cyclePage(getPlatform(context), actor, pathId(params.cycleId));
  if (!page) throw notFound();
  return { id: page.cycle.id, name: page.cycle.name, kind: page.cycle.kind };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const form = await readForm(request, copyCycleInput);
  if (!form.ok) return form.refused();
  const sourceId = pathId(params.cycleId);
  const outcome = await copyCycle(getPlatform(context), actor, sourceId, form.value);
  if (outcome.ok) return redirect(stepPath(outcome.value.id, "details"));
  throw notFound();
}

/** Starting a cycle like another one. */
export default function CycleCopy({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { t: inCycles } = useTranslation("feedback-hr");
  const busy = useNavigation().state === "submitting";
  const { id, name, kind } = loaderData;
  const form = useFormFields<typeof copyCycleInput>({
    id: "copy",
    draft: { name: `cycle-copy:${id}`, endsWhenSent: true },
    answer: actionData,
    start: { name: t("copy.name", { name }), raters: "suggested" },
    say: useDetailsProblem(),
  });
  return (
    <>
      <PageTitle>{t("copy.title", { name })}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: inCycles("cycles.title"), href: "/cycles" },
          { label: name, href: cyclePath(id) },
        ]}
        title={t("copy.title", { name })}
        lead={t("copy.lead")}
      />
      <WithAside
        label={t("copy.what")}
        aside={
          <AsidePart title={t("copy.what")}>
            <Points points={[t("copy.takes"), t("copy.people"), t("copy.leaves")]} />
          </AsidePart>
        }
      >
        <Form {...form.form} className="grid max-w-reading gap-6">
          <ErrorSummary problems={form.problems} />
          <TextField
            {...form.field("name")}
            label={inCycles("details.name")}
            hint={inCycles("details.nameHint")}
            autoComplete="off"
          />
          {kind !== "self" && (
            <RadioGroup
              {...form.field("raters")}
              legend={t("copy.raters")}
              choices={RATERS_OF_COPY.map((value) => ({
                value,
                label: t(`copy.choices.${value}.label`),
                hint: t(`copy.choices.${value}.hint`),
              }))}
            />
          )}
          <DraftNote isBack={form.draft.isBack} />
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" busy={busy} wide>
              {t("copy.action")}
            </Button>
            <ButtonLink href={cyclePath(id)} wide>
              {t("copy.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </WithAside>
    </>
  );
}

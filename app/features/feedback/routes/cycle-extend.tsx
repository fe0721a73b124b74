import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { suggestedExtension } from "~/features/rounds/domain/index.ts";
import { extendRound, extendRoundInput, requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { DraftNote } from "~/ui/draft-note.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { cyclePath } from "../components/hr/notices.ts";
import { cycleHead } from "../running/running-page.server.ts";
import type { Route } from "./+types/cycle-extend";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const head = await cycleHead(platform, actor, pathId(params.cycleId));
  if (!head) throw notFound();
  const { cycle, facts, overdue, today } = head;
  if (cycle.state !== "collecting") throw redirect(cyclePath(cycle.id));
  const suggested = suggestedExtension(cycle.closesOn, today);
  return { cycle, revision: facts.revision, overdue, suggested };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, extendRoundInput);
  if (!form.ok) return form.refused();
  const outcome = await extendRound(getPlatform(context), actor, cycleId, form.value);
  if (outcome.ok) return redirect(cyclePath(cycleId, { said: "extended" }));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  return leadToCycle(cycleId, outcome.reason);
}

export default function ExtendCycle({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["cycle-running", "feedback-hr"]);
  const { cycle, revision, overdue, suggested } = loaderData;
  const sending = useNavigation().state === "submitting";
  const date = cycle.closesOn ? writtenDate(cycle.closesOn) : "";
  const form = useFormFields<typeof extendRoundInput>({
    id: "extend",
    draft: { name: `cycle-extend:${cycle.id}`, endsWhenSent: true },
    answer: actionData,
    start: { closesOn: suggested, tell: true },
    say: ({ code }) => t(`extend.problems.${code}`, { date }),
  });
  return (
    <>
      <PageTitle>{t("extend.title", { cycle: cycle.name })}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb", { ns: "feedback-hr" }), href: "/cycles" },
          { label: cycle.name, href: cyclePath(cycle.id) },
        ]}
        title={t("extend.title", { cycle: cycle.name })}
        lead={t(overdue ? "extend.leadOver" : "extend.lead", { date })}
      />
      <Form {...form.form} className="grid max-w-reading gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="revision" value={revision} />
        <TextField
          {...form.field("closesOn")}
          type="date"
          width="medium"
          label={t("extend.closesOn")}
          hint={t("extend.hint")}
        />
        <Checkbox {...form.box("tell")} label={t("extend.tell")} hint={t("extend.tellHint")} />
        <DraftNote isBack={form.draft.isBack} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" wide busy={sending}>
            {t("extend.action")}
          </Button>
          <ButtonLink href={cyclePath(cycle.id)} wide>
            {t("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

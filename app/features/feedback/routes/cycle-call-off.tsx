import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { stateAfter } from "~/features/rounds/domain/index.ts";
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
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { cyclePath } from "../components/hr/notices.ts";
import { callOffCycle, callOffCycleInput } from "../running/call-off-cycle.server.ts";
import { cycleHead } from "../running/running-page.server.ts";
import type { Route } from "./+types/cycle-call-off";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const head = await cycleHead(getPlatform(context), actor, pathId(params.cycleId));
  if (!head) throw notFound();
  const { cycle, facts } = head;
  if (stateAfter(cycle.state, "call-off") === null) throw redirect(cyclePath(cycle.id));
  return { cycle, revision: facts.revision };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const form = await readForm(request, callOffCycleInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const outcome = await callOffCycle(getPlatform(context), actor, cycleId, form.value);
  if (outcome.ok) return redirect(cyclePath(cycleId, { said: "called-off" }));
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  // Somebody answered the same question meanwhile, or changed a date: what was typed stays, and is looked at again.
  if (outcome.reason === "changed") return form.refused([{ code: "changed" }]);
  return leadToCycle(cycleId, outcome.reason);
}

/** A refusal may mean that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** Asks for a reason and for the round's name, and says what will be lost. */
export default function CallOffCycle({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["cycle-over", "feedback-hr"]);
  const { cycle, revision } = loaderData;
  const sending = useNavigation().state === "submitting";
  const form = useFormFields<typeof callOffCycleInput>({
    id: "call-off",
    draft: { name: `cycle-call-off:${cycle.id}`, endsWhenSent: true },
    answer: actionData,
    start: { reason: "", name: "" },
    say: ({ field, code }) =>
      t(field ? `callOff.problems.${field}.${code}` : `callOff.problems.${code}`, {
        name: cycle.name,
      }),
  });
  const title = t("callOff.title", { cycle: cycle.name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb", { ns: "feedback-hr" }), href: "/cycles" },
          { label: cycle.name, href: cyclePath(cycle.id) },
        ]}
        title={title}
        lead={t("callOff.lead")}
      />
      <div className="grid max-w-reading gap-6">
        <Panel title={t("callOff.happens")}>
          <Points
            points={[
              t("callOff.points.told"),
              t("callOff.points.links"),
              t("callOff.points.answers"),
              t("callOff.points.list"),
              t("callOff.points.final"),
            ]}
          />
        </Panel>
        <Form {...form.form} className="grid gap-6">
          <ErrorSummary problems={form.problems} />
          <input type="hidden" name="revision" value={revision} />
          <TextArea
            {...form.field("reason")}
            label={t("callOff.reason")}
            hint={t("callOff.reasonHint")}
            rows={4}
          />
          <TextField
            {...form.field("name")}
            label={t("callOff.name", { name: cycle.name })}
            hint={t("callOff.nameHint")}
            autoComplete="off"
          />
          <DraftNote isBack={form.draft.isBack} />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" wide busy={sending}>
              {t("callOff.action")}
            </Button>
            <ButtonLink href={cyclePath(cycle.id)} wide>
              {t("callOff.cancel")}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}

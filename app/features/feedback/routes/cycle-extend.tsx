import { useTranslation } from "react-i18next";
import { data, Form, redirect, useNavigation } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { cyclePath, isRefusalWord } from "../components/hr/notices.ts";
import { suggestedExtension } from "../domain/extension.ts";
import { extendCycle } from "../running/extend-cycle.server.ts";
import { cycleHead } from "../running/running-page.server.ts";
import type { Route } from "./+types/cycle-extend";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const head = await cycleHead(platform, actor, pathId(params.cycleId));
  if (!head) throw notFound();
  const { cycle, facts, overdue, today } = head;
  if (cycle.state !== "collecting") throw redirect(cyclePath(cycle.id));
  const suggested = suggestedExtension(cycle.closesOn, today);
  return { cycle, revision: facts.revision, overdue, suggested };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const closesOn = String(form.get("closesOn") ?? "");
  const tell = form.get("tell") === "on";
  const revision = Number(form.get("revision"));
  const extension = { closesOn, tell, revision };
  const outcome = await extendCycle(getPlatform(context), actor, cycleId, extension);
  if (outcome.ok) return redirect(cyclePath(cycleId, { said: "extended" }));
  if (isRefusalWord(outcome.reason))
    return redirect(cyclePath(cycleId, { refused: outcome.reason }));
  if (outcome.reason === "not-allowed" || outcome.reason === "unknown") throw notFound();
  return data({ problem: outcome.reason, closesOn, tell }, { status: 400 });
}

export default function ExtendCycle({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["cycle-running", "feedback-hr"]);
  const { cycle, revision, overdue, suggested } = loaderData;
  const sending = useNavigation().state === "submitting";
  const date = cycle.closesOn ? writtenDate(cycle.closesOn) : "";
  const error = actionData ? t(`extend.problems.${actionData.problem}`, { date }) : undefined;
  return (
    <>
      <title>{t("extend.title", { cycle: cycle.name })}</title>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb", { ns: "feedback-hr" }), href: "/cycles" },
          { label: cycle.name, href: cyclePath(cycle.id) },
        ]}
        title={t("extend.title", { cycle: cycle.name })}
        lead={t(overdue ? "extend.leadOver" : "extend.lead", { date })}
      />
      <Form method="post" noValidate className="grid max-w-reading gap-6">
        <ErrorSummary problems={error ? [{ field: "closesOn", message: error }] : []} />
        <input type="hidden" name="revision" value={revision} />
        <TextField
          name="closesOn"
          type="date"
          width="medium"
          label={t("extend.closesOn")}
          hint={t("extend.hint")}
          error={error}
          defaultValue={actionData?.closesOn ?? suggested}
        />
        <Checkbox
          name="tell"
          label={t("extend.tell")}
          hint={t("extend.tellHint")}
          defaultChecked={actionData?.tell ?? true}
        />
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

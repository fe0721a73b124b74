import { useTranslation } from "react-i18next";
import { data, Form, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { LetterPreview, PlaceholderList } from "../components/hr/letter-preview.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { editCycle } from "../edit-cycle.server.ts";
import type { Route } from "./+types/cycle-setup-invitation";
import { pathId } from "./path-id.ts";
import { setupRefusal } from "./setup-refusal.ts";

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const form = await request.formData();
  const subject = String(form.get("subject") ?? "");
  const body = String(form.get("body") ?? "");
  const changes = { part: "invitation" as const, subject, body };
  const outcome = await editCycle(getPlatform(context), actor, cycleId, changes);
  const next = form.get("intent") === "preview" ? "invitation" : "review";
  if (outcome.ok) return redirect(stepPath(cycleId, next));
  if (outcome.reason !== "fields") throw setupRefusal(outcome.reason, cycleId);
  return data({ problems: outcome.problems, typed: { subject, body } }, { status: 400 });
}

export default function SetupInvitation({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, preview, unknownPlaceholders } = useOutletContext<SetupFacts>();
  const problems = (actionData?.problems ?? []).map(({ field, problem }) => ({
    field,
    message: t(`setup.invitation.problems.${field}.${problem}`),
  }));
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <StepSection step="invitation" cycle={cycle.name}>
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <Form method="post" noValidate className="grid max-w-reading content-start gap-6">
          <ErrorSummary problems={problems} />
          {unknownPlaceholders.length > 0 && (
            <Notice
              tone="danger"
              title={t("setup.invitation.unknown", {
                names: listed(unknownPlaceholders.map((name) => `{{${name}}}`)),
              })}
            >
              {t("setup.invitation.unknownBody")}
            </Notice>
          )}
          <TextField
            name="subject"
            label={t("setup.invitation.subject")}
            width="full"
            error={errorOf("subject")}
            defaultValue={actionData?.typed.subject ?? cycle.invitation.subject}
          />
          <TextArea
            name="body"
            label={t("setup.invitation.body")}
            hint={t("setup.invitation.bodyHint")}
            rows={12}
            error={errorOf("body")}
            defaultValue={actionData?.typed.body ?? cycle.invitation.body}
          />
          <PlaceholderList />
          <StepFooter step="invitation" cycleId={cycle.id}>
            <Button variant="primary" name="intent" value="continue">
              {t("setup.continue")}
            </Button>
            <Button name="intent" value="preview">
              {t("setup.invitation.previewAction")}
            </Button>
          </StepFooter>
        </Form>
        <LetterPreview preview={preview} />
      </div>
    </StepSection>
  );
}

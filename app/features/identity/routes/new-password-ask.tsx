import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { askNewPassword, askNewPasswordInput } from "../passwords/ask-new-password.server.ts";
import { NEW_PASSWORD_MINUTES } from "../passwords/new-password-minutes.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/new-password-ask";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export function loader({ context, request }: Route.LoaderArgs) {
  return {
    asked: new URL(request.url).searchParams.has("asked"),
    sendsLetters: getPlatform(context).mailer.kind !== "none",
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, askNewPasswordInput);
  if (!form.ok) return form.refused();
  const outcome = await askNewPassword(
    getPlatform(context),
    visitorOf(context, request),
    form.value,
  );
  if (outcome.ok) return redirect("/new-password?asked");
  const values = { count: minutesOf(outcome) };
  const problem = { field: "email", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

/** For whoever forgot their password: a letter with a link, if the address has an account. */
export default function AskNewPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const form = useFormFields<typeof askNewPasswordInput>({
    id: "new-password",
    answer: actionData,
    say: ({ code, values }) => t(`forgotten.problems.${code}`, { ...values }),
  });
  const { asked, sendsLetters } = loaderData;
  const back = <ButtonLink href="/sign-in">{t("forgotten.back")}</ButtonLink>;
  if (asked)
    return (
      <PlainShell width="form">
        <PageTitle>{t("forgotten.asked.title")}</PageTitle>
        <PageHeader
          title={t("forgotten.asked.title")}
          lead={t("forgotten.asked.lead", { minutes: NEW_PASSWORD_MINUTES })}
        />
        <p className="mb-6 max-w-reading text-ink-muted">{t("forgotten.asked.none")}</p>
        {back}
      </PlainShell>
    );
  return (
    <PlainShell width="form">
      <PageTitle>{t("forgotten.title")}</PageTitle>
      <PageHeader title={t("forgotten.title")} lead={t("forgotten.lead")} />
      {!sendsLetters && (
        <div className="mb-6">
          <Notice title={t("forgotten.noMail.title")}>{t("forgotten.noMail.body")}</Notice>
        </div>
      )}
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField
          {...form.field("email")}
          type="email"
          label={t("forgotten.email")}
          autoComplete="username"
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("forgotten.action")}</Button>
          {back}
        </div>
      </Form>
    </PlainShell>
  );
}

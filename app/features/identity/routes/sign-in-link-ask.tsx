import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { askNewPasswordInput } from "../passwords/ask-new-password.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { askSignInLink } from "../sign-in-link/ask-sign-in-link.server.ts";
import { SIGN_IN_LINK_MINUTES } from "../sign-in-link/sign-in-link-minutes.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/sign-in-link-ask";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export function loader({ context, request }: Route.LoaderArgs) {
  if (getPlatform(context).mailer.kind === "none") throw notFound();
  return { asked: new URL(request.url).searchParams.has("asked") };
}

export async function action({ context, request }: Route.ActionArgs) {
  const platform = getPlatform(context);
  if (platform.mailer.kind === "none") throw notFound();
  const form = await readForm(request, askNewPasswordInput);
  if (!form.ok) return form.refused();
  const outcome = await askSignInLink(platform, visitorOf(context, request), form.value);
  if (outcome.ok) return redirect("/sign-in/link?asked");
  const values = { count: minutesOf(outcome) };
  const problem = { field: "email", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

/** For whoever would rather have a link than type a password. There is no such page where no letter leaves. */
export default function AskSignInLink({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("sign-in-link");
  const form = useFormFields<typeof askNewPasswordInput>({
    id: "sign-in-link",
    answer: actionData,
    say: ({ code, values }) => t(`ask.problems.${code}`, { ...values }),
  });
  const { asked } = loaderData;
  const back = <ButtonLink href="/sign-in">{t("ask.back")}</ButtonLink>;
  if (asked)
    return (
      <PlainShell width="form">
        <PageTitle>{t("ask.asked.title")}</PageTitle>
        <PageHeader
          title={t("ask.asked.title")}
          lead={t("ask.asked.lead", { minutes: SIGN_IN_LINK_MINUTES })}
        />
        <p className="mb-6 max-w-reading text-ink-muted">{t("ask.asked.none")}</p>
        {back}
      </PlainShell>
    );
  return (
    <PlainShell width="form">
      <PageTitle>{t("ask.title")}</PageTitle>
      <PageHeader title={t("ask.title")} lead={t("ask.lead")} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField
          {...form.field("email")}
          type="email"
          label={t("ask.email")}
          autoComplete="username"
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t("ask.action")}</Button>
          {back}
        </div>
      </Form>
    </PlainShell>
  );
}

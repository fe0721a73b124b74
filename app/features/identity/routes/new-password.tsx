import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { NewPasswordField, OwnAddress } from "../components/password-fields.tsx";
import { authContext, directoryContext } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import {
  newPasswordFor,
  setNewPassword,
  setNewPasswordInput,
} from "../passwords/set-new-password.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { visitorOf } from "../visitor.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/new-password";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];
const parts = (context: Route.LoaderArgs["context"]) => ({
  ...getPlatform(context),
  directory: context.get(directoryContext),
});

// Programs that look through mail open links: only the form changes anything.
export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await newPasswordFor(parts(context), params.token);
  return data({ email: found?.email ?? null }, { status: found ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await readForm(request, setNewPasswordInput, { secret: ["password"] });
  if (!form.ok) return form.refused();
  const outcome = await setNewPassword(
    parts(context),
    context.get(authContext),
    visitorOf(context, request),
    params.token,
    form.value,
  );
  if (outcome.ok)
    return redirect(wayIn(outcome.value, "/home"), { headers: outcome.value.headers });
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  const values = { count: minutesOf(outcome) };
  const problem = { field: "password", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** Where the link in the letter leads. */
export default function NewPassword({ loaderData: { email }, actionData }: Route.ComponentProps) {
  return email === null ? <Ended /> : <Choose email={email} answer={actionData} />;
}

function Ended() {
  const { t } = useTranslation("account");
  return (
    <PlainShell width="form">
      <PageTitle>{t("new.ended.title")}</PageTitle>
      <ErrorPage
        title={t("new.ended.title")}
        message={t("new.ended.message")}
        actions={<ButtonLink href="/new-password">{t("new.ended.action")}</ButtonLink>}
      />
    </PlainShell>
  );
}

function Choose({ email, answer }: { email: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("account");
  const form = useFormFields<typeof setNewPasswordInput>({
    id: "new-password",
    answer,
    say: ({ code, values }) => (code === "expired" ? null : t(`problems.${code}`, { ...values })),
  });
  return (
    <PlainShell width="form">
      <PageTitle>{t("new.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <OwnAddress address={email} />
        <NewPasswordField {...form.field("password")} label={t("new.password")} />
        <Button variant="primary" className="w-fit">
          {t("new.action")}
        </Button>
      </Form>
    </PlainShell>
  );
}

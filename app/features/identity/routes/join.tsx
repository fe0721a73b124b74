import { useTranslation } from "react-i18next";
import { data, Form, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { authContext, directoryContext } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import { type GuestView, guestOf, openAccount, openAccountInput } from "../open-account.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/join";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];
const joining = (context: Route.LoaderArgs["context"]) => ({
  ...getPlatform(context),
  directory: context.get(directoryContext),
});

export async function loader({ context, params }: Route.LoaderArgs) {
  const invitation = await guestOf(joining(context), params.token);
  return data({ invitation }, { status: invitation ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await readForm(request, openAccountInput, { secret: ["password"] });
  if (!form.ok) return form.refused();
  const outcome = await openAccount(
    joining(context),
    context.get(authContext),
    visitorOf(context, request),
    params.token,
    form.value,
  );
  if (outcome.ok)
    return redirect(localPath(outcome.value.next), { headers: outcome.value.headers });
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  const values = { count: minutesOf(outcome) };
  const problem = { field: "password", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation } = loaderData;
  if (!invitation) return <Expired />;
  return <ChoosePassword invitation={invitation} answer={actionData} />;
}

function Expired() {
  const { t } = useTranslation("identity");
  return (
    <PlainShell width="form">
      <title>{t("join.expired.title")}</title>
      <ErrorPage
        title={t("join.expired.title")}
        message={t("join.expired.message")}
        actions={<ButtonLink href="/sign-in">{t("join.expired.action")}</ButtonLink>}
      />
    </PlainShell>
  );
}

type ChoosePasswordProps = { invitation: GuestView; answer: FormAnswer | undefined };

function ChoosePassword({ invitation, answer }: ChoosePasswordProps) {
  const { t } = useTranslation("identity");
  const form = useFormFields<typeof openAccountInput>({
    id: "join",
    answer,
    say: ({ code, values }) =>
      code === "expired" ? null : t(`join.problems.${code}`, { ...values }),
  });
  const { email, ...names } = invitation;
  return (
    <PlainShell width="form" organisationName={invitation.organisation}>
      <title>{t("join.title")}</title>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("join.title")} lead={t("join.lead", names)} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField
          name="email"
          type="email"
          label={t("join.email")}
          autoComplete="username"
          defaultValue={email}
          readOnly
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t("join.password")}
          hint={t("join.passwordHint")}
          autoComplete="new-password"
        />
        <Button variant="primary" className="w-fit">
          {t("join.action")}
        </Button>
      </Form>
    </PlainShell>
  );
}

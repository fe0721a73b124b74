import { useTranslation } from "react-i18next";
import { data, Form, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { authContext, directoryContext } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import {
  type GuestView,
  guestOf,
  type OpeningRefusal,
  openAccount,
} from "../open-account.server.ts";
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
  const password = (await request.formData()).get("password");
  const outcome = await openAccount(
    joining(context),
    context.get(authContext),
    visitorOf(context, request),
    params.token,
    typeof password === "string" ? password : "",
  );
  if (outcome.ok)
    return redirect(localPath(outcome.value.next), { headers: outcome.value.headers });
  const { reason } = outcome;
  return data({ reason, minutes: minutesOf(outcome) }, refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation } = loaderData;
  if (!invitation) return <Expired />;
  const { reason, minutes = 0 } = actionData ?? {};
  const problem = reason && reason !== "expired" ? { reason, minutes } : null;
  return <ChoosePassword invitation={invitation} problem={problem} />;
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

type ChoosePasswordProps = {
  invitation: GuestView;
  problem: { reason: Exclude<OpeningRefusal["reason"], "expired">; minutes: number } | null;
};

function ChoosePassword({ invitation, problem }: ChoosePasswordProps) {
  const { t } = useTranslation("identity");
  const error = problem
    ? t(`join.problems.${problem.reason}`, { count: problem.minutes })
    : undefined;
  const { email, ...names } = invitation;
  return (
    <PlainShell width="form" organisationName={invitation.organisation}>
      <title>{t("join.title")}</title>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("join.title")} lead={t("join.lead", names)} />
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={error ? [{ field: "password", message: error }] : []} />
        <TextField
          name="email"
          type="email"
          label={t("join.email")}
          autoComplete="username"
          defaultValue={email}
          readOnly
        />
        <TextField
          name="password"
          type="password"
          label={t("join.password")}
          hint={t("join.passwordHint")}
          autoComplete="new-password"
          error={error}
        />
        <Button variant="primary" className="w-fit">
          {t("join.action")}
        </Button>
      </Form>
    </PlainShell>
  );
}

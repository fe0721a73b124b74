import { useTranslation } from "react-i18next";
import { data, Form, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { authContext, directoryContext, getSignedIn } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import { isSetUp } from "../reads.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { signIn } from "../sign-in.server.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/sign-in";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request }: Route.LoaderArgs) {
  const next = localPath(new URL(request.url).searchParams.get("next"));
  if (getSignedIn(context)) throw redirect(next);
  if (!(await isSetUp(getPlatform(context)))) throw redirect("/welcome");
  return { next };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const email = form.get("email");
  const outcome = await signIn(
    { ...getPlatform(context), directory: context.get(directoryContext) },
    context.get(authContext),
    visitorOf(context, request),
    { email, password: form.get("password") },
  );
  if (outcome.ok) return redirect(localPath(form.get("next")), { headers: outcome.value.headers });
  const typed = typeof email === "string" ? email : "";
  const { reason } = outcome;
  return data({ reason, email: typed, minutes: minutesOf(outcome) }, refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const problem = actionData
    ? t(`signIn.problems.${actionData.reason}`, { count: actionData.minutes })
    : null;
  return (
    <PlainShell width="form">
      <title>{t("signIn.title")}</title>
      <PageHeader title={t("signIn.title")} />
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={problem ? [{ field: "email", message: problem }] : []} />
        <input type="hidden" name="next" value={loaderData.next} />
        <TextField
          name="email"
          type="email"
          label={t("signIn.email")}
          autoComplete="username"
          defaultValue={actionData?.email}
          error={problem ?? undefined}
        />
        <TextField
          name="password"
          type="password"
          label={t("signIn.password")}
          autoComplete="current-password"
        />
        <Button variant="primary">{t("signIn.action")}</Button>
      </Form>
    </PlainShell>
  );
}

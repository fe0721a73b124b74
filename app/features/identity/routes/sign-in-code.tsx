import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { getPlatform } from "~/platform/context.server.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { CodeField } from "../components/code-field.tsx";
import { authContext, directoryContext, getSignedIn } from "../context.server.ts";
import { localPath } from "../local-path.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { credentialOfSecondStep } from "../second-factor/second-step-cookie.server.ts";
import { secondStepInput, takeSecondStep } from "../second-factor/take-second-step.server.ts";
import { visitorOf } from "../visitor.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/sign-in-code";

const codeForm = secondStepInput.extend({ next: z.string().optional() });

export async function loader({ context, request }: Route.LoaderArgs) {
  const next = localPath(new URL(request.url).searchParams.get("next"));
  const cookies = request.headers.get("cookie");
  const begun = await credentialOfSecondStep(getPlatform(context), cookies);
  // Whoever is signed in may be on the way to another session, such as one by their organisation's provider.
  if (!begun && getSignedIn(context)) throw redirect(next);
  if (!begun) throw redirect(`/sign-in?${new URLSearchParams({ next })}`);
  return { next };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, codeForm, { secret: ["code"] });
  if (!form.ok) return form.refused();
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const visitor = visitorOf(context, request);
  const outcome = await takeSecondStep(parts, context.get(authContext), visitor, form.value);
  const next = localPath(form.value.next);
  if (outcome.ok) return redirect(wayIn(outcome.value, next), { headers: outcome.value.headers });
  if (outcome.reason === "over") return redirect(`/sign-in?${new URLSearchParams({ next })}`);
  const problem = { field: "code", code: outcome.reason, values: { count: minutesOf(outcome) } };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** After the password: the code that the app shows, or a recovery code. */
export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("second-factor");
  const form = useFormFields<typeof codeForm>({
    id: "code",
    answer: actionData,
    say: ({ code, values }) => t(`problems.${code}`, { ...values }),
  });
  return (
    <PlainShell width="form">
      <PageTitle>{t("step.title")}</PageTitle>
      <PageHeader title={t("step.title")} lead={t("step.lead")} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="next" value={loaderData.next} />
        <CodeField {...form.field("code")} hint={t("step.hint")} />
        <Button variant="primary">{t("step.action")}</Button>
      </Form>
      <div className="mt-10 border-t border-line pt-5">
        <h2 className="font-semibold">{t("step.lost.title")}</h2>
        <p className="mt-1 text-ink-muted">{t("step.lost.body")}</p>
        <p className="mt-3">
          <Link href="/sign-in">{t("step.back")}</Link>
        </p>
      </div>
    </PlainShell>
  );
}

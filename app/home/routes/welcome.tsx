import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import {
  authContext,
  isSetUp,
  keepOutCrowds,
  setUpOrganisation,
  setUpOrganisationInput,
  visitorOf,
} from "~/features/identity/index.server.ts";
import { minutesOf, passwordProblemText, refusalAnswer } from "~/features/identity/index.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { Route } from "./+types/welcome";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context }: Route.LoaderArgs) {
  if (await isSetUp(getPlatform(context))) throw redirect("/sign-in");
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const platform = getPlatform(context);
  const form = await readForm(request, setUpOrganisationInput, { secret: ["password"] });
  if (!form.ok) return form.refused();
  const outcome = await setUpOrganisation(
    platform,
    context.get(authContext),
    visitorOf(context, request),
    form.value,
    async (tx, organisationId) => {
      await installBuiltIn(platform, tx, { organisationId });
    },
  );
  if (outcome.ok) return redirect("/people/import", { headers: outcome.value.headers });
  if (outcome.reason === "done") return redirect("/sign-in");
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  // Without a code nothing is looked at, so its wait is told there.
  const values = { count: minutesOf(outcome) };
  const problem = { field: "code", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** The first page of a new server. Afterwards it is gone. */
export default function Welcome({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const { t: ofAccount } = useTranslation("account");
  const form = useFormFields<typeof setUpOrganisationInput>({
    id: "set-up",
    answer: actionData,
    say: ({ code, values }) =>
      passwordProblemText(ofAccount, code) ?? t(`welcome.problems.${code}`, { ...values }),
  });
  return (
    <PlainShell width="form">
      <PageTitle>{t("welcome.title")}</PageTitle>
      <PageHeader title={t("welcome.title")} lead={t("welcome.lead")} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField
          {...form.field("code")}
          label={t("welcome.code")}
          hint={t("welcome.codeHint")}
          autoComplete="off"
          width="medium"
        />
        <TextField
          {...form.field("organisation")}
          label={t("welcome.organisation")}
          autoComplete="organization"
        />
        <TextField {...form.field("name")} label={t("welcome.name")} autoComplete="name" />
        <TextField
          {...form.field("email")}
          type="email"
          label={t("welcome.email")}
          autoComplete="username"
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t("welcome.password")}
          hint={ofAccount("passwordHint")}
          autoComplete="new-password"
        />
        <Button variant="primary">{t("welcome.action")}</Button>
      </Form>
    </PlainShell>
  );
}

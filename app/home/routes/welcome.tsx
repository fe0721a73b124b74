import { useTranslation } from "react-i18next";
import { data, Form, redirect } from "react-router";
import {
  authContext,
  isSetUp,
  keepOutCrowds,
  setUpOrganisation,
  visitorOf,
} from "~/features/identity/index.server.ts";
import { minutesOf, refusalAnswer, type SetUpProblem } from "~/features/identity/index.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { Route } from "./+types/welcome";

const fields = ["code", "organisation", "name", "email", "password"] as const;

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context }: Route.LoaderArgs) {
  if (await isSetUp(getPlatform(context))) throw redirect("/sign-in");
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const platform = getPlatform(context);
  const form = await request.formData();
  const input = Object.fromEntries(fields.map((field) => [field, form.get(field)])) as Record<
    (typeof fields)[number],
    unknown
  >;
  const outcome = await setUpOrganisation(
    platform,
    context.get(authContext),
    visitorOf(context, request),
    input,
    async (tx, organisationId) => {
      await installBuiltIn(platform, tx, { organisationId });
    },
  );
  if (outcome.ok) return redirect("/people/import", { headers: outcome.value.headers });
  if (outcome.reason === "done") return redirect("/sign-in");
  const typed = Object.fromEntries(
    fields
      .filter((field) => field !== "password")
      .map((field) => [field, typeof input[field] === "string" ? input[field] : ""]),
  );
  const problems = outcome.reason === "fields" ? outcome.problems : [outcome.reason];
  return data({ problems, minutes: minutesOf(outcome), typed }, refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

type Problem = SetUpProblem | "too-many" | "busy";

/** The field that a problem is told at. Without a code nothing is looked at, so its wait is told there. */
function fieldOf(problem: Problem): (typeof fields)[number] {
  if (problem === "too-many" || problem === "busy") return "code";
  return problem === "password-long" || problem === "password-characters" ? "password" : problem;
}

/** The first page of a new server. Afterwards it is gone. */
export default function Welcome({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("identity");
  const problemOf = (field: (typeof fields)[number]) => {
    const found = actionData?.problems.find((problem) => fieldOf(problem) === field);
    return found ? t(`welcome.problems.${found}`, { count: actionData?.minutes ?? 0 }) : undefined;
  };
  const problems = fields.flatMap((field) => {
    const message = problemOf(field);
    return message ? [{ field, message }] : [];
  });
  const common = (field: (typeof fields)[number]) => ({
    name: field,
    error: problemOf(field),
    defaultValue: actionData?.typed[field],
  });
  return (
    <PlainShell width="form">
      <title>{t("welcome.title")}</title>
      <PageHeader title={t("welcome.title")} lead={t("welcome.lead")} />
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={problems} />
        <TextField
          {...common("code")}
          label={t("welcome.code")}
          hint={t("welcome.codeHint")}
          autoComplete="off"
          width="medium"
        />
        <TextField
          {...common("organisation")}
          label={t("welcome.organisation")}
          autoComplete="organization"
        />
        <TextField {...common("name")} label={t("welcome.name")} autoComplete="name" />
        <TextField
          {...common("email")}
          type="email"
          label={t("welcome.email")}
          autoComplete="username"
        />
        <TextField
          name="password"
          error={problemOf("password")}
          type="password"
          label={t("welcome.password")}
          hint={t("welcome.passwordHint")}
          autoComplete="new-password"
        />
        <Button variant="primary">{t("welcome.action")}</Button>
      </Form>
    </PlainShell>
  );
}

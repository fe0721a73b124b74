import { useTranslation } from "react-i18next";
import { authContext, keepOutCrowds, visitorOf } from "~/features/identity/index.server.ts";
import { installBuiltIn } from "~/features/questionnaires/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { ownerProblem } from "../components/owner-problems.ts";
import { answerFounding } from "../founding/answer-founding.server.ts";
import {
  foundOrganisationByCode,
  foundOrganisationInput,
  mayFound,
} from "../founding/found-organisation.server.ts";
import type { Route } from "./+types/new-organisation";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

/** Without a code that is good, there is no such page. */
export async function loader({ context, params }: Route.LoaderArgs) {
  if (!(await mayFound(getPlatform(context), params.code))) throw notFound();
  return null;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const platform = getPlatform(context);
  if (!(await mayFound(platform, params.code))) throw notFound();
  const form = await readForm(request, foundOrganisationInput, { secret: ["password"] });
  if (!form.ok) return form.refused();
  const outcome = await foundOrganisationByCode(
    platform,
    context.get(authContext),
    visitorOf(context, request),
    params.code,
    form.value,
    async (tx, organisationId) => {
      await installBuiltIn(platform, tx, { organisationId });
    },
  );
  return answerFounding(form, outcome);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** Somebody makes an organisation of their own, with a code of the operator's. */
export default function NewOrganisation({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("organisations");
  const { t: ofAccount } = useTranslation("account");
  const form = useFormFields<typeof foundOrganisationInput>({
    id: "new-organisation",
    answer: actionData,
    say: (problem) => ownerProblem({ t, ofAccount }, problem),
  });
  return (
    <PlainShell width="form">
      <PageTitle>{t("found.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("found.title")} lead={t("found.lead")} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField
          {...form.field("organisation")}
          label={t("found.organisation")}
          autoComplete="organization"
        />
        <TextField {...form.field("name")} label={t("person")} autoComplete="name" />
        <TextField
          {...form.field("email")}
          type="email"
          label={t("email")}
          autoComplete="username"
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="new-password"
        />
        <Button variant="primary" className="w-fit">
          {t("found.action")}
        </Button>
      </Form>
    </PlainShell>
  );
}

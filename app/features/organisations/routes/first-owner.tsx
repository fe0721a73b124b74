import { useTranslation } from "react-i18next";
import { authContext, keepOutCrowds, visitorOf } from "~/features/identity/index.server.ts";
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
  enterByOwnerLink,
  enterByOwnerLinkInput,
  ownerInvited,
} from "../founding/enter-by-owner-link.server.ts";
import type { Route } from "./+types/first-owner";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

/** With a link that is good no more, there is no such page. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const invited = await ownerInvited(getPlatform(context), params.token);
  if (!invited) throw notFound();
  return invited;
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const platform = getPlatform(context);
  if (!(await ownerInvited(platform, params.token))) throw notFound();
  const form = await readForm(request, enterByOwnerLinkInput, { secret: ["password"] });
  if (!form.ok) return form.refused();
  const outcome = await enterByOwnerLink(
    platform,
    context.get(authContext),
    visitorOf(context, request),
    params.token,
    form.value,
  );
  return answerFounding(form, outcome);
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** The first owner comes in, by the link that the operator handed them. */
export default function FirstOwner({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("organisations");
  const { t: ofAccount } = useTranslation("account");
  const { organisation, email } = loaderData;
  const form = useFormFields<typeof enterByOwnerLinkInput>({
    id: "first-owner",
    answer: actionData,
    say: (problem) => ownerProblem({ t, ofAccount }, problem),
  });
  return (
    <PlainShell width="form" organisationName={organisation}>
      <PageTitle>{t("owner.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("owner.title")} lead={t("owner.lead", { organisation })} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <TextField {...form.field("name")} label={t("person")} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username"
          defaultValue={email}
          readOnly
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t("password")}
          hint={t("passwordHint")}
          autoComplete="new-password"
        />
        <Button variant="primary" className="w-fit">
          {t("owner.action")}
        </Button>
      </Form>
    </PlainShell>
  );
}

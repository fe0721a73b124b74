import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong, languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { readOnIn } from "~/platform/i18n/reader-language.server.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { NewPasswordField, OwnAddress } from "../components/password-fields.tsx";
import { authContext, brandContext, directoryContext } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import {
  brandOfLink,
  type GuestView,
  guestOf,
  isShutOut,
  openAccount,
  openAccountInput,
  pageOfUsedLink,
} from "../open-account.server.ts";
import { passwordProblemText } from "../password-problem-text.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { visitorOf } from "../visitor.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/join";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];
const joining = (context: Route.LoaderArgs["context"]) => ({
  ...getPlatform(context),
  directory: context.get(directoryContext),
});

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const invitation = await guestOf(joining(context), params.token);
  const page = invitation ? null : await pageOfUsedLink(getPlatform(context), params.token);
  if (page) throw redirect(`/sign-in?${new URLSearchParams({ next: localPath(page) })}`);
  if (invitation?.providerOnly)
    throw redirect(
      wayIn({ isWhole: true, elsewhere: invitation.organisationId }, localPath(invitation.next)),
    );
  const wishes = await languageWishes(request.headers, invitation?.language ?? null);
  readOnIn(languageAmong(languages, wishes));
  const suspended = !invitation && (await isShutOut(joining(context), params.token));
  const brandOf = context.get(brandContext);
  const brand = invitation && (await brandOfLink(joining(context), params.token, brandOf));
  return data({ invitation, suspended, brand }, { status: invitation ? 200 : 410 });
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
  if (outcome.ok) {
    const { next, headers } = outcome.value;
    return redirect(wayIn(outcome.value, localPath(next)), { headers });
  }
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  const values = { count: minutesOf(outcome) };
  const problem = { field: "password", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { invitation, suspended, brand } = loaderData;
  if (!invitation) return <Expired why={suspended ? "suspended" : "expired"} />;
  return (
    <ChoosePassword
      invitation={invitation}
      registered={brand?.registered ?? null}
      answer={actionData}
    />
  );
}

function Expired({ why }: { why: "expired" | "suspended" }) {
  const { t } = useTranslation("identity");
  return (
    <PlainShell width="form">
      <PageTitle>{t(`join.${why}.title`)}</PageTitle>
      <ErrorPage
        title={t(`join.${why}.title`)}
        message={t(`join.${why}.message`)}
        actions={<ButtonLink href="/sign-in">{t("join.expired.action")}</ButtonLink>}
      />
    </PlainShell>
  );
}

type ChoosePasswordProps = {
  invitation: GuestView;
  registered: string | null;
  answer: FormAnswer | undefined;
};

function ChoosePassword({ invitation, registered, answer }: ChoosePasswordProps) {
  const { t } = useTranslation("identity");
  const { t: ofAccount } = useTranslation("account");
  const form = useFormFields<typeof openAccountInput>({
    id: "join",
    answer,
    say: ({ code, values }) =>
      code === "expired"
        ? null
        : (passwordProblemText(ofAccount, code) ?? t(`join.problems.${code}`, { ...values })),
  });
  const { email, organisation, name } = invitation;
  return (
    <PlainShell width="form" organisationName={organisation}>
      <PageTitle>{t("join.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("join.title")} lead={t("join.lead", { organisation, name })} />
      {registered !== null && (
        <p className="mb-6 text-ink-muted">{t("join.registered", { organisation, registered })}</p>
      )}
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <OwnAddress address={email} />
        <NewPasswordField {...form.field("password")} label={t("join.password")} />
        <Button variant="primary" className="w-fit">
          {t("join.action")}
        </Button>
      </Form>
    </PlainShell>
  );
}

import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { authContext, directoryContext } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { signInLinkFor, takeSignInLink } from "../sign-in-link/take-sign-in-link.server.ts";
import { visitorOf } from "../visitor.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/sign-in-link";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];
const parts = (context: Route.LoaderArgs["context"]) => ({
  ...getPlatform(context),
  directory: context.get(directoryContext),
});

// Programs that look through mail open links: only the button signs in.
export async function loader({ context, params }: Route.LoaderArgs) {
  const email = await signInLinkFor(parts(context), params.token);
  return data({ email }, { status: email === null ? 410 : 200 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const auth = context.get(authContext);
  const visitor = visitorOf(context, request);
  const outcome = await takeSignInLink(parts(context), auth, visitor, params.token);
  if (!outcome.ok) return data(null, { status: 410 });
  return redirect(wayIn(outcome.value, "/home"), { headers: outcome.value.headers });
}

/** Where the link in the letter leads. */
export default function SignInLink({ loaderData: { email } }: Route.ComponentProps) {
  const { t } = useTranslation("sign-in-link");
  if (email === null)
    return (
      <PlainShell width="form">
        <PageTitle>{t("take.ended.title")}</PageTitle>
        <ErrorPage
          title={t("take.ended.title")}
          message={t("take.ended.message")}
          actions={
            <>
              <ButtonLink href="/sign-in/link">{t("take.ended.action")}</ButtonLink>
              <ButtonLink href="/sign-in">{t("take.ended.password")}</ButtonLink>
            </>
          }
        />
      </PlainShell>
    );
  return (
    <PlainShell width="form">
      <PageTitle>{t("take.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("take.title")} lead={t("take.lead", { email })} />
      <Form method="post">
        <Button variant="primary">{t("take.action")}</Button>
      </Form>
    </PlainShell>
  );
}

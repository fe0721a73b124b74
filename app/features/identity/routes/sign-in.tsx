import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { getPlatform } from "~/platform/context.server.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Button } from "~/ui/button.tsx";
import { forgetDrafts } from "~/ui/draft-store.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { PasskeyButton } from "../components/passkey-button.tsx";
import { authContext, directoryContext, getSignedIn } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import { relyingParty } from "../passkeys/relying-party.ts";
import { isSetUp } from "../reads.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { signIn, signInInput } from "../sign-in.server.ts";
import { visitorOf } from "../visitor.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/sign-in";

const signInForm = signInInput.extend({ next: z.string().optional() });

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get("next"));
  if (getSignedIn(context)) throw redirect(next);
  if (!(await isSetUp(getPlatform(context)))) throw redirect("/welcome");
  const { mailer, publicUrl } = getPlatform(context);
  const sendsLetters = mailer.kind !== "none";
  const takesPasskeys = relyingParty(publicUrl) !== null;
  return { next, signedOut: searchParams.has("out"), sendsLetters, takesPasskeys };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await readForm(request, signInForm, { secret: ["password"] });
  if (!form.ok) return form.refused();
  const outcome = await signIn(
    { ...getPlatform(context), directory: context.get(directoryContext) },
    context.get(authContext),
    visitorOf(context, request),
    form.value,
  );
  const next = localPath(form.value.next);
  if (outcome.ok) return redirect(wayIn(outcome.value, next), { headers: outcome.value.headers });
  const shut = outcome.reason === "suspended" ? outcome : { organisation: "", why: "" };
  const values = { count: minutesOf(outcome), organisation: shut.organisation, why: shut.why };
  const problem = { field: "email", code: outcome.reason, values };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["identity", "account", "sign-in-link", "passkeys"]);
  const { signedOut } = loaderData;
  // Not where a session ran out: whoever comes back finds what they typed.
  useEffect(() => {
    if (signedOut) forgetDrafts();
  }, [signedOut]);
  const form = useFormFields<typeof signInForm>({
    id: "sign-in",
    answer: actionData,
    say: ({ code, values }) => t(`signIn.problems.${code}`, { ...values }),
  });
  return (
    <PlainShell width="form">
      <PageTitle>{t("signIn.title")}</PageTitle>
      <PageHeader title={t("signIn.title")} />
      <Form {...form.form} className="grid gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="next" value={loaderData.next} />
        <TextField
          {...form.field("email")}
          type="email"
          label={t("signIn.email")}
          autoComplete="username"
        />
        <TextField
          {...form.field("password")}
          type="password"
          label={t("signIn.password")}
          autoComplete="current-password"
        />
        <Button variant="primary">{t("signIn.action")}</Button>
      </Form>
      {loaderData.takesPasskeys && (
        <div className="mt-4">
          <PasskeyButton action="/sign-in/passkey" next={loaderData.next}>
            {t("enter.action", { ns: "passkeys" })}
          </PasskeyButton>
        </div>
      )}
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/sign-in/organisation?${new URLSearchParams({ next: loaderData.next })}`}>
          {t("signIn.organisation")}
        </Link>
        {loaderData.sendsLetters && (
          <Link href="/sign-in/link">{t("offer", { ns: "sign-in-link" })}</Link>
        )}
        <Link href="/new-password">{t("forgotten.link", { ns: "account" })}</Link>
      </p>
      <div className="mt-10 border-t border-line pt-5">
        <h2 className="font-semibold">{t("signIn.none.title")}</h2>
        <p className="mt-1 text-ink-muted">{t("signIn.none.body")}</p>
      </div>
    </PlainShell>
  );
}

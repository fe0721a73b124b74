import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { CodeField } from "../components/code-field.tsx";
import { PasskeyButton } from "../components/passkey-button.tsx";
import { authContext, getSignedIn, requireOwner } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import { ownPasskeys } from "../passkeys/own-passkeys.server.ts";
import { RECENT_MINUTES } from "../recent/recent-minutes.ts";
import { proofAskedFor, showWho, showWhoInput } from "../recent/show-who.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/account-confirm";

const confirmForm = showWhoInput.extend({ next: z.string().optional() });

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { accountId } = requireOwner(context, request);
  const auth = context.get(authContext);
  const proof = await proofAskedFor(getPlatform(context), auth, request.headers);
  if (!proof) throw notFound();
  const own = accountId === null ? null : await ownPasskeys(getPlatform(context), accountId);
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get("next"));
  // What opens the account itself is not its organisation's to decide about.
  const asksProvider = getSignedIn(context)?.byProvider === true && !searchParams.has("own");
  return {
    proof,
    next,
    asksProvider,
    hasPasskey: own?.takesPasskeys === true && own.passkeys.length > 0,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  requireOwner(context, request);
  const form = await readForm(request, confirmForm, { secret: ["current", "code"] });
  if (!form.ok) return form.refused();
  const visitor = visitorOf(context, request);
  const auth = context.get(authContext);
  const shown = await showWho(getPlatform(context), auth, visitor, request.headers, form.value);
  if (shown.ok)
    return redirect(localPath(form.value.next), { headers: { "Set-Cookie": shown.value.cookie } });
  if (shown.reason === "unknown") throw notFound();
  if (shown.reason === "problems") return form.refused(shown.problems);
  const values = { count: minutesOf(shown) };
  return form.refused([{ code: shown.reason, values }], refusalAnswer(shown));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** Asked before what a browser that was left signed in must not do. */
export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const { t: ofCode } = useTranslation("second-factor");
  const { t: ofPasskeys } = useTranslation("passkeys");
  const { proof, next, hasPasskey, asksProvider } = loaderData;
  const form = useFormFields<typeof confirmForm>({
    id: "confirm",
    answer: actionData,
    say: ({ field, code, values }) =>
      field === "code"
        ? ofCode(`problems.${code}`, { ...values })
        : t(`confirm.problems.${code}`, { ...values }),
  });
  return (
    <>
      <PageTitle>{t("confirm.title")}</PageTitle>
      <PageHeader
        title={t("confirm.title")}
        lead={t("confirm.lead", { minutes: RECENT_MINUTES })}
      />
      <Form {...form.form} className="grid max-w-form gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="next" value={next} />
        {proof === "code" ? (
          <CodeField {...form.field("code")} hint={ofCode("step.hint")} />
        ) : (
          <TextField
            {...form.field("current")}
            type="password"
            label={t("confirm.password")}
            autoComplete="current-password"
          />
        )}
        <p className="text-ink-muted">{t("confirm.then")}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" wide>
            {t("confirm.action")}
          </Button>
          <ButtonLink href={next} wide>
            {ofCode("cancel")}
          </ButtonLink>
        </div>
      </Form>
      {asksProvider && (
        <p className="mt-6">
          <ButtonLink reloadDocument href={`/sign-in/again?${new URLSearchParams({ next })}`} wide>
            {t("confirm.provider")}
          </ButtonLink>
        </p>
      )}
      {hasPasskey && (
        <div className="mt-6 w-fit max-sm:w-full">
          <PasskeyButton action="/account/confirm/passkey" next={next}>
            {ofPasskeys("show.action")}
          </PasskeyButton>
        </div>
      )}
    </>
  );
}

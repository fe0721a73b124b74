import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { AddressPanel } from "../components/address-panel.tsx";
import { FactorPanel } from "../components/factor-panel.tsx";
import { PasskeyPanel } from "../components/passkey-panel.tsx";
import { NewPasswordField, OwnAddress } from "../components/password-fields.tsx";
import { SessionList } from "../components/session-list.tsx";
import { authContext, requireOwner } from "../context.server.ts";
import type { Actor } from "../domain/actor.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { ownWish } from "../own-address/own-wish.server.ts";
import { ownPasskeys } from "../passkeys/own-passkeys.server.ts";
import { changePassword, changePasswordInput } from "../passwords/change-password.server.ts";
import { credentialOf } from "../passwords/credential-reads.server.ts";
import { minutesOf, refusalAnswer } from "../refusal-answer.ts";
import { ownFactor } from "../second-factor/own-factor.server.ts";
import { ownSessions } from "../sessions/own-sessions.server.ts";
import { visitorOf } from "../visitor.server.ts";
import type { Route } from "./+types/account";

const SAID = [
  ...(["changed", "ended", "factor-off", "passkey-added", "passkey-removed"] as const),
  ...(["address-asked", "address-stopped"] as const),
] as const;

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireOwner(context, request);
  const { accountId, personId, role } = actor;
  const platform = getPlatform(context);
  const sessions = await ownSessions(platform, context.get(authContext), request.headers);
  const credential = accountId && (await credentialOf(platform.database, accountId));
  const own = await ownFactor(platform, context.get(authContext), request.headers);
  if (!sessions || !credential || !own) throw notFound();
  const asked = new URL(request.url).searchParams.get("said");
  const { name, email } = credential;
  return {
    name,
    email,
    sessions,
    ...own,
    ...(await ownPasskeys(platform, accountId)),
    wish: await ownWish(platform.database, accountId),
    hasRecord: personId !== null,
    isIn: role !== "leaver",
    limited: limitedOf(actor),
    sendsLetters: platform.mailer.kind !== "none",
    said: SAID.find((each) => each === asked) ?? null,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  requireOwner(context, request);
  const platform = getPlatform(context);
  const auth = context.get(authContext);
  const form = await readForm(request, changePasswordInput, { secret: ["current", "password"] });
  if (!form.ok) return form.refused();
  const visitor = visitorOf(context, request);
  const outcome = await changePassword(platform, auth, visitor, request.headers, form.value);
  if (outcome.ok) return redirect("/account?said=changed");
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  if (outcome.reason === "unknown") throw notFound();
  const problem = {
    field: "current",
    code: outcome.reason,
    values: { count: minutesOf(outcome) },
  };
  return form.refused([problem], refusalAnswer(outcome));
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

/** One's own account: the password, and where one is signed in. */
export default function OwnAccount({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("account");
  const { name, email, sessions, factor, hasRecord, isIn, sendsLetters, said } = loaderData;
  const { passkeys, takesPasskeys, wish, limited } = loaderData;
  const form = useFormFields<typeof changePasswordInput>({
    id: "change-password",
    answer: actionData,
    say: ({ field, code, values }) =>
      t(field === "current" ? `change.problems.${code}` : `problems.${code}`, { ...values }),
  });
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader title={t("title")} lead={t("lead", { name, email })} />
      <WithAside
        label={t("aside.label")}
        aside={
          <AsidePart title={t("aside.title")}>
            <div className="grid gap-3 text-sm text-ink-muted">
              <p>{t("aside.address")}</p>
              <p>{t("aside.days")}</p>
            </div>
          </AsidePart>
        }
      >
        <div className="grid grid-cols-1 gap-8">
          {said && (
            <Notice tone="success">
              {t(`said.${said}`)}{" "}
              {said !== "ended" && said !== "address-asked" && sendsLetters && t("said.told")}
            </Notice>
          )}
          {limited && <LimitPanel limited={limited} />}
          {isIn && <OwnPanel hasRecord={hasRecord} />}
          {sendsLetters && <AddressPanel email={email} wish={wish} />}
          <SessionList sessions={sessions} />
          <FactorPanel factor={factor} />
          {(takesPasskeys || passkeys.length > 0) && (
            <PasskeyPanel passkeys={passkeys} mayAdd={takesPasskeys} />
          )}
          <Panel title={t("change.title")} lead={t("change.lead")}>
            <Form {...form.form} className="grid max-w-form gap-6">
              <ErrorSummary problems={form.problems} />
              <OwnAddress address={email} />
              <TextField
                {...form.field("current")}
                type="password"
                label={t("change.current")}
                autoComplete="current-password"
              />
              <NewPasswordField {...form.field("password")} label={t("change.password")} />
              <Button variant="primary" className="w-fit">
                {t("change.action")}
              </Button>
            </Form>
          </Panel>
          <Panel title={t("information.title")} lead={t("information.lead")}>
            <ButtonLink href="/account/information" className="w-fit">
              {t("information.action")}
            </ButtonLink>
          </Panel>
          {hasRecord && (
            <Panel title={t("record.title")} lead={t("record.lead")}>
              <div className="flex flex-wrap gap-3">
                <ButtonLink href="/account/record">{t("record.read")}</ButtonLink>
                <ButtonLink href="/account/record.json" reloadDocument>
                  {t("record.action")}
                </ButtonLink>
              </div>
            </Panel>
          )}
        </div>
      </WithAside>
    </>
  );
}

type Limited = NonNullable<ReturnType<typeof limitedOf>>;

function limitedOf({ role, units = [] }: Actor) {
  if (role !== "unit-admin" && role !== "unit-analyst") return null;
  return { role, units: [...units] };
}

/** Which office somebody has, and for whom alone: what they don't find elsewhere is not broken. */
function LimitPanel({ limited: { role, units } }: { limited: Limited }) {
  const { t } = useTranslation("account");
  return (
    <Panel title={t(`office.${role}`)} lead={t(`office.lead.${role}`, { count: units.length })}>
      {units.length > 0 && (
        <ul className="list-disc ps-5">
          {units.map((unit) => (
            <li key={unit} className="wrap-anywhere">
              <bdi>{unit}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The ways to what somebody says of themselves. */
function OwnPanel({ hasRecord }: { hasRecord: boolean }) {
  const { t } = useTranslation("account");
  return (
    <Panel title={t("own.title")} lead={t(hasRecord ? "own.lead" : "own.nobody")}>
      {hasRecord && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/account/profile">{t("own.profile")}</ButtonLink>
          <ButtonLink href="/account/letters">{t("own.letters")}</ButtonLink>
          <ButtonLink href="/account/calendar">{t("own.calendar")}</ButtonLink>
        </div>
      )}
    </Panel>
  );
}

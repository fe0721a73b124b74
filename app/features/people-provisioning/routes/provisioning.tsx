import { useTranslation } from "react-i18next";
import { data, type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import { requireAdmin, requireRecentAdmin } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { accept, type Outcome } from "~/platform/errors/outcome.ts";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { HeldPeople } from "../components/held-people.tsx";
import { MadeToken } from "../components/made-token.tsx";
import { ProvisioningAside } from "../components/provisioning-aside.tsx";
import { TokenForm } from "../components/token-form.tsx";
import { TokenList } from "../components/token-list.tsx";
import { decideDepartures, decideDeparturesInput } from "../departures/decide-departures.server.ts";
import { readProvisioningPage } from "../provisioning-page.server.ts";
import { makeToken, makeTokenInput } from "../tokens/make-token.server.ts";
import { revokeToken } from "../tokens/revoke-token.server.ts";
import type { Route } from "./+types/provisioning";

const HERE = "/people/provisioning";
const SAID = ["revoked", "left", "stay", "ask-again"] as const;

/** What can be done here, by the button that does it. */
const provisioningForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), ...makeTokenInput.shape }),
  z.object({ intent: z.literal("revoke"), token: z.uuid() }),
  z.object({ intent: z.literal("decide"), ...decideDeparturesInput.shape }),
]);

type Form = z.output<typeof provisioningForm>;
type Refused = "not-allowed" | "unknown" | "too-many" | "set-changed";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await readProvisioningPage(getPlatform(context), actor);
  if (!page) throw notFound();
  const { searchParams } = new URL(request.url);
  const count = searchParams.get("count") ?? "";
  return {
    page,
    said: SAID.find((word) => word === searchParams.get("said")) ?? null,
    count: /^\d{1,6}$/.test(count) ? Number(count) : 0,
    revoking: searchParams.get("revoke"),
  };
}

type Said = { answer?: FormAnswer; token?: string };

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAdmin(context, request);
  const form = await readForm(request, provisioningForm, {
    hidden: ["token", "decision", "seen"],
  });
  if (!form.ok) return data<Said>({ answer: form.answer() }, { status: 400 });
  const outcome = await change(context, actor, form.value);
  if (!outcome.ok) {
    if (outcome.reason === "not-allowed") throw notFound();
    return data<Said>({ answer: form.answer([{ code: outcome.reason }]) }, { status: 400 });
  }
  if ("token" in outcome.value) return data<Said>(outcome.value);
  throw redirect(`${HERE}?${new URLSearchParams(outcome.value)}`);
}

async function change(
  context: Readonly<RouterContextProvider>,
  actor: Actor,
  form: Form,
): Promise<Outcome<{ token: string } | { said: string; count: string }, Refused>> {
  const platform = getPlatform(context);
  switch (form.intent) {
    case "make": {
      const made = await makeToken(platform, actor, form);
      return made.ok ? accept({ token: made.value.token }) : made;
    }
    case "revoke": {
      const revoked = await revokeToken(platform, actor, form.token);
      return revoked.ok ? accept({ said: "revoked", count: "" }) : revoked;
    }
    case "decide": {
      const decided = await decideDepartures(platform, actor, form);
      if (!decided.ok) return decided;
      const said = form.decision === "leave" ? "left" : form.decision;
      return accept({ said, count: String(decided.value.left) });
    }
  }
}

/** Where an identity provider is let in, and where is decided about what it would do to too many at once. */
export default function Provisioning({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("provisioning");
  const { page, said, count, revoking } = loaderData;
  const problems = problemsIn(actionData?.answer).map(({ field, code }) => ({
    message: t(field ? `problems.${field}.${code}` : `problems.${code}`),
    ...(field ? { field: `make-${field}` } : {}),
  }));
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("people:directory.title"), href: "/people" }]}
      />
      <WithAside label={t("aside.label")} aside={<ProvisioningAside page={page} />}>
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary problems={problems} />
          {said && !actionData && <Notice tone="success">{t(`said.${said}`, { count })}</Notice>}
          <HeldPeople page={page} />
          <Panel title={t("address.title")} lead={t("address.lead")}>
            <p className="select-all wrap-anywhere">
              <code>{page.address}</code>
            </p>
          </Panel>
          <TokenList tokens={page.tokens} revoking={revoking} />
          {/* Where the button was that made it. */}
          <div role="status" className="empty:hidden">
            {actionData?.token && <MadeToken token={actionData.token} />}
          </div>
          {!actionData?.token && (
            <TokenForm answer={actionData?.answer} isFirst={page.tokens.length === 0} />
          )}
        </div>
      </WithAside>
    </>
  );
}

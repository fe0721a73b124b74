import { useTranslation } from "react-i18next";
import { type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import { getSignedIn, requireAble, requireRecentAble } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { accept, type Outcome, type Problems } from "~/platform/errors/outcome.ts";
import { problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { DemandForm } from "../components/demand-form.tsx";
import { DomainForm } from "../components/domain-form.tsx";
import { DomainList } from "../components/domain-list.tsx";
import { ProviderList } from "../components/provider-list.tsx";
import { SignOnAside } from "../components/sign-on-aside.tsx";
import { checkDomain } from "../domains/check-domain.server.ts";
import { claimDomain, claimDomainInput } from "../domains/claim-domain.server.ts";
import { dropDomain } from "../domains/drop-domain.server.ts";
import {
  demandProvider,
  demandProviderInput,
  stopDemanding,
} from "../enforcing/demand-provider.server.ts";
import { maySetSignOn } from "../policy.ts";
import { SWITCHES, switchProvider } from "../providers/switch-provider.server.ts";
import { readSignOnPage } from "../sign-on-page.server.ts";
import type { Route } from "./+types/sign-on";

const HERE = "/access/sign-on";
const SAID = [
  ...(["saved", "on", "off", "remove", "claimed", "verified", "dropped"] as const),
  ...(["demanded", "owners", "released"] as const),
] as const;
const domain = z.string().min(1).max(253);

/** What can be done here, by the button that does it. */
const signOnForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("claim"), ...claimDomainInput.shape }),
  z.object({ intent: z.literal("check"), claimed: domain }),
  z.object({ intent: z.literal("drop"), claimed: domain }),
  z.object({ intent: z.literal("demand"), ...demandProviderInput.shape }),
  z.object({ intent: z.literal("release") }),
  z.object({ intent: z.literal("switch"), provider: z.uuid(), to: z.literal(SWITCHES) }),
]);

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, maySetSignOn);
  const page = await readSignOnPage(getPlatform(context), actor);
  if (!page) throw notFound();
  const { searchParams } = new URL(request.url);
  return {
    page,
    cameBy: getSignedIn(context)?.providerId ?? null,
    said: SAID.find((word) => word === searchParams.get("said")) ?? null,
    removing: searchParams.get("remove"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAble(context, request, maySetSignOn);
  const form = await readForm(request, signOnForm, { hidden: ["claimed", "provider", "to"] });
  if (!form.ok) return form.refused();
  const outcome = await change(context, actor, form.value);
  if (outcome.ok) throw redirect(`${HERE}?${new URLSearchParams({ said: outcome.value })}`);
  if (outcome.reason === "problems" && "problems" in outcome) return form.refused(outcome.problems);
  if (outcome.reason === "not-allowed") throw notFound();
  return form.refused([{ code: outcome.reason }]);
}

type Said = (typeof SAID)[number];

async function change(
  context: Readonly<RouterContextProvider>,
  actor: Actor,
  form: z.output<typeof signOnForm>,
): Promise<Outcome<Said, string> | Problems> {
  const platform = getPlatform(context);
  const saying = <Reason extends string>(
    outcome: Outcome<void, Reason> | Problems,
    said: Said,
  ): Outcome<Said, string> | Problems => (outcome.ok ? accept(said) : outcome);
  switch (form.intent) {
    case "claim":
      return saying(await claimDomain(platform, actor, form), "claimed");
    case "check":
      return saying(await checkDomain(platform, actor, form.claimed), "verified");
    case "drop":
      return saying(await dropDomain(platform, actor, form.claimed), "dropped");
    case "demand": {
      const cameBy = getSignedIn(context)?.providerId ?? null;
      const outcome = await demandProvider(platform, actor, { cameBy }, form);
      if (!outcome.ok) return outcome;
      return accept(outcome.value === "on" ? "demanded" : "owners");
    }
    case "release":
      return saying(await stopDemanding(platform, actor), "released");
    case "switch":
      return saying(await switchProvider(platform, actor, form), form.to);
  }
}

/** By whose word people get in: the organisation's providers, and the domains whose addresses are its own. */
export default function SignOn({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("sign-on");
  const { page, said, removing } = loaderData;
  const problems = problemsIn(actionData).map(({ field, code }) => ({
    message: t(field === "domain" ? `problems.domain.${code}` : `problems.${code}`),
    ...(field ? { field: `${actionData?.intent}-${field}` } : {}),
  }));
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("people:access.title"), href: "/access" }]}
      />
      <WithAside label={t("aside.label")} aside={<SignOnAside page={page} />}>
        <div className="grid grid-cols-1 gap-6">
          <ErrorSummary problems={problems} />
          {said && !actionData && <Notice tone="success">{t(`said.${said}`)}</Notice>}
          <ProviderList providers={page.providers} removing={removing} />
          <DomainList domains={page.domains} />
          <DomainForm answer={actionData} />
          <DemandForm page={page} cameBy={loaderData.cameBy} answer={actionData} />
        </div>
      </WithAside>
    </>
  );
}

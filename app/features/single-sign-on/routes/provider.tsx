import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble, requireRecentAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { type ReadForm, readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { OidcForm } from "../components/oidc-form.tsx";
import { SamlForm } from "../components/saml-form.tsx";
import { SignOnAside } from "../components/sign-on-aside.tsx";
import { maySetSignOn } from "../policy.ts";
import { oidcInput, samlInput } from "../providers/provider-input.server.ts";
import { saveProvider, saveSamlProvider } from "../providers/save-provider.server.ts";
import { readSignOnPage } from "../sign-on-page.server.ts";
import type { Route } from "./+types/provider";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, maySetSignOn);
  const page = await readSignOnPage(getPlatform(context), actor);
  const provider = page?.providers.find(({ id }) => id === params.providerId);
  if (!page || !provider) throw notFound();
  return { page, provider };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = await requireRecentAble(context, request, maySetSignOn);
  const platform = getPlatform(context);
  const page = await readSignOnPage(platform, actor);
  const { providerId } = params;
  const kind = page?.providers.find(({ id }) => id === providerId)?.kind;
  if (kind === "saml") {
    const form = await readForm(request, samlInput);
    if (!form.ok) return form.refused();
    return answer(form, await saveSamlProvider(platform, actor, providerId, form.value));
  }
  const form = await readForm(request, oidcInput, { secret: ["clientSecret"] });
  if (!form.ok) return form.refused();
  return answer(form, await saveProvider(platform, actor, providerId, form.value));
}

function answer(
  form: Pick<ReadForm<unknown>, "refused">,
  saved: Awaited<ReturnType<typeof saveProvider>>,
) {
  if (saved.ok) throw redirect("/access/sign-on?said=saved");
  if (saved.reason === "problems") return form.refused(saved.problems);
  if (saved.reason === "not-allowed" || saved.reason === "unknown") throw notFound();
  return form.refused([{ code: saved.reason }]);
}

/** What a provider's word is good for, and how it is asked. */
export default function Provider({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("sign-on");
  const { page, provider } = loaderData;
  return (
    <>
      <PageTitle>{provider.name}</PageTitle>
      <PageHeader
        title={provider.name}
        lead={t(`kinds.${provider.kind}`)}
        breadcrumbs={[{ label: t("title"), href: "/access/sign-on" }]}
      />
      <WithAside label={t("aside.label")} aside={<SignOnAside page={page} />}>
        {provider.kind === "saml" ? (
          <SamlForm provider={provider} answer={actionData} />
        ) : (
          <OidcForm provider={provider} answer={actionData} />
        )}
      </WithAside>
    </>
  );
}

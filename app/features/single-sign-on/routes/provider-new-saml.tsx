import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble, requireRecentAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { SamlForm } from "../components/saml-form.tsx";
import { SignOnAside } from "../components/sign-on-aside.tsx";
import { maySetSignOn } from "../policy.ts";
import { samlInput } from "../providers/provider-input.server.ts";
import { saveSamlProvider } from "../providers/save-provider.server.ts";
import { readSignOnPage } from "../sign-on-page.server.ts";
import type { Route } from "./+types/provider-new-saml";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, maySetSignOn);
  const page = await readSignOnPage(getPlatform(context), actor);
  if (!page) throw notFound();
  return { page };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = await requireRecentAble(context, request, maySetSignOn);
  const form = await readForm(request, samlInput);
  if (!form.ok) return form.refused();
  const saved = await saveSamlProvider(getPlatform(context), actor, null, form.value);
  if (saved.ok) return redirect("/access/sign-on?said=saved");
  if (saved.reason === "problems") return form.refused(saved.problems);
  if (saved.reason === "not-allowed") throw notFound();
  return form.refused([{ code: saved.reason }]);
}

/** A new SAML provider. */
export default function NewSamlProvider({
  loaderData: { page },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("sign-on");
  return (
    <>
      <PageTitle>{t("form.addSamlTitle")}</PageTitle>
      <PageHeader
        title={t("form.addSamlTitle")}
        lead={t("form.addSamlLead")}
        breadcrumbs={[{ label: t("title"), href: "/access/sign-on" }]}
      />
      <WithAside label={t("aside.label")} aside={<SignOnAside page={page} />}>
        <SamlForm provider={null} answer={actionData} />
      </WithAside>
    </>
  );
}

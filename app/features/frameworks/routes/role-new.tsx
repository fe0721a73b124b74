import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { RoleForm } from "../components/roles/role-form.tsx";
import { sendRole } from "../roles/role-form-action.server.ts";
import { newRolePage } from "../roles/role-form-page.server.ts";
import { todayHere } from "../roles/today-here.server.ts";
import type { Route } from "./+types/role-new";

async function pageFor({ context, request }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const query = new URL(request.url).searchParams;
  const begin = {
    ...{ framework: query.get("framework"), from: query.get("from"), parent: query.get("parent") },
  };
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayHere(platform, tx, actor);
    const page = await newRolePage(tx, actor, begin, today);
    if (!page) throw notFound();
    return { actor, platform, today, page };
  });
}

export async function loader(args: Route.LoaderArgs) {
  return (await pageFor(args)).page;
}

export async function action(args: Route.ActionArgs) {
  const { actor, platform, today, page } = await pageFor(args);
  const { framework } = page.framework;
  const asked = { framework, today, id: null, version: null };
  const sent = await sendRole(platform, actor, args.request, asked);
  if (!sent) throw notFound();
  if (sent.ok) return redirect(`/roles/${sent.id}?said=saved`);
  return data(sent.answer, { status: sent.status });
}

export default function NewRole({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("roles");
  return (
    <>
      <PageTitle>{t("new.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("list.title"), href: "/roles" }]}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <RoleForm page={loaderData} answer={actionData} back="/roles" />
    </>
  );
}

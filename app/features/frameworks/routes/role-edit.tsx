import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { RoleForm } from "../components/roles/role-form.tsx";
import { askedVersion } from "../own/asked.ts";
import { sendRole } from "../roles/role-form-action.server.ts";
import { editRolePage } from "../roles/role-form-page.server.ts";
import { todayHere } from "../roles/today-here.server.ts";
import type { Route } from "./+types/role-edit";

async function pageFor({ context, request, params }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const version = askedVersion(new URL(request.url).searchParams) ?? null;
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayHere(platform, tx, actor);
    const page = await editRolePage(tx, actor, { id: params.roleId, version }, today);
    if (!page?.role) throw notFound();
    return { actor, platform, today, version, page, role: page.role };
  });
}

export async function loader(args: Route.LoaderArgs) {
  const { page, role } = await pageFor(args);
  return { page, role };
}

export async function action(args: Route.ActionArgs) {
  const { actor, platform, today, version, page, role } = await pageFor(args);
  const asked = { framework: page.framework.framework, today, id: role.id, version };
  const sent = await sendRole(platform, actor, args.request, asked);
  if (!sent) throw notFound();
  if (sent.ok) return redirect(`/roles/${sent.id}?said=saved`);
  return data(sent.answer, { status: sent.status });
}

export default function EditRole({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("roles");
  const { page, role } = loaderData;
  const title = t("edit.title", { name: role.name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("list.title"), href: "/roles" },
          { label: role.name, href: `/roles/${role.id}` },
        ]}
        title={title}
        lead={
          role.validFrom
            ? t("edit.leadPlanned", { date: writtenDate(role.validFrom) })
            : t("edit.lead")
        }
      />
      <RoleForm page={page} answer={actionData} back={`/roles/${role.id}`} />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { RolesTable } from "../components/roles-table.tsx";
import { roleProfilesPage } from "../role-profile-reads.server.ts";
import type { Route } from "./+types/roles";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    roleProfilesPage(tx, actor),
  );
  if (!page) throw notFound();
  const said = new URL(request.url).searchParams.get("said");
  return {
    frameworks: page.frameworks.map(({ key, name }) => ({ key, name })),
    profiles: page.profiles,
    competencies: Object.fromEntries(
      page.frameworks.map(({ key, competencies }) => [
        key,
        competencies.map(({ key: id, name }) => ({ id, name })),
      ]),
    ),
    said: said === "saved" || said === "removed" ? said : null,
  };
}

export default function Roles({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { frameworks, profiles, competencies, said } = loaderData;
  const several = frameworks.length > 1;
  const add = frameworks.map(({ key, name }, index) => (
    <ButtonLink
      key={key}
      variant={index === 0 ? "primary" : undefined}
      href={several ? `/roles/new?framework=${encodeURIComponent(key)}` : "/roles/new"}
      icon={<PlusIcon />}
    >
      {several ? t("roles.addFor", { framework: name }) : t("roles.add")}
    </ButtonLink>
  ));
  return (
    <>
      <PageTitle>{t("roles.title")}</PageTitle>
      <PageHeader
        title={t("roles.title")}
        lead={t("roles.lead")}
        action={profiles.length > 0 ? add : undefined}
      />
      {said && (
        <div className="mb-6">
          <Notice tone="success">{t(`roles.said.${said}`)}</Notice>
        </div>
      )}
      {profiles.length === 0 ? (
        <EmptyState title={t("roles.empty.title")} action={add}>
          {t("roles.empty.body")}
        </EmptyState>
      ) : (
        <RolesTable {...{ profiles, competencies }} />
      )}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { NeedsTable } from "../components/roles/needs-table.tsx";
import { PutAway } from "../components/roles/put-away.tsx";
import { RoleAside } from "../components/roles/role-aside.tsx";
import { RoleNotices } from "../components/roles/role-notices.tsx";
import { RolePeople } from "../components/roles/role-people.tsx";
import { archiveRole, bringBackRole } from "../roles/archive-role.server.ts";
import { rolePage } from "../roles/role-page.server.ts";
import { todayHere } from "../roles/today-here.server.ts";
import { withdrawVersion } from "../roles/withdraw-version.server.ts";
import type { Route } from "./+types/role";

export async function loader({ context, request, params: { roleId } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const query = new URL(request.url).searchParams;
  const asked = z.iso.date().safeParse(query.get("on"));
  return inOrganisation(platform, actor, async (tx) => {
    const today = await todayHere(platform, tx, actor);
    const page = await rolePage(tx, actor, roleId, { today, on: asked.data ?? today });
    if (!page) throw notFound();
    const said = query.get("said");
    const known = ["saved", "withdrawn", "brought-back"].find((each) => each === said) ?? null;
    return { page, today, said: known };
  });
}

const revision = z.int().min(1);
const pressed = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("archive"), revision }),
  z.object({ intent: z.literal("bring-back"), revision }),
  z.object({ intent: z.literal("withdraw"), revision, version: z.int().min(1) }),
]);

export async function action({ context, request, params: { roleId: id } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const form = await readForm(request, pressed, { hidden: ["revision", "version"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id, revision: value.revision };
  const outcome =
    value.intent === "archive"
      ? await archiveRole(platform, actor, target)
      : value.intent === "bring-back"
        ? await bringBackRole(platform, actor, target)
        : await withdrawVersion(platform, actor, { ...target, version: value.version });
  if (!outcome.ok && outcome.reason === "problems") return form.refused(outcome.problems);
  if (!outcome.ok) throw notFound();
  if (value.intent === "archive") return redirect("/roles?said=removed");
  return redirect(
    `/roles/${id}?said=${value.intent === "withdraw" ? "withdrawn" : "brought-back"}`,
  );
}

export default function Role({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("roles");
  const { page, today, said } = loaderData;
  const { id, name, version, next, needs } = page;
  const isAway = page.archivedOn !== null;
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("list.title"), href: "/roles" }]}
        title={<span dir="auto">{name}</span>}
        lead={
          version
            ? t("page.lead", {
                date: writtenDate(version.validFrom),
                framework: page.framework.name,
              })
            : t("page.leadNotYet", { date: writtenDate(next?.validFrom ?? today) })
        }
        action={
          isAway ? undefined : (
            <div className="flex flex-wrap gap-3">
              <ButtonLink variant="primary" href={`/roles/${id}/edit`}>
                {t("page.edit")}
              </ButtonLink>
              <ButtonLink href={`/roles/new?from=${id}`}>{t("page.copy")}</ButtonLink>
              <ButtonLink href={`/roles/new?parent=${id}`}>{t("page.inherit")}</ButtonLink>
            </div>
          )
        }
      />
      <WithAside
        label={t("page.beside")}
        size="help-for-table"
        aside={<RoleAside page={page} today={today} />}
      >
        <div className="grid gap-10">
          <RoleNotices {...{ page, today, said }} answer={actionData} />
          {needs.length > 0 ? (
            <NeedsTable needs={needs} nextFrom={next?.validFrom ?? null} />
          ) : (
            <Notice>{t("page.noNeeds")}</Notice>
          )}
          {version && <RolePeople page={page} />}
          <PutAway page={page} />
        </div>
      </WithAside>
    </>
  );
}

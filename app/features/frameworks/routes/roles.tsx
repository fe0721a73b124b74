import { useTranslation } from "react-i18next";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PlusIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { RolesTable } from "../components/roles/roles-table.tsx";
import { type RoleList, roleList } from "../roles/role-list.server.ts";
import { todayHere } from "../roles/today-here.server.ts";
import type { Route } from "./+types/roles";

const NUMBER = /^\d{1,6}$/;

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const list = await inOrganisation(platform, actor, async (tx) =>
    roleList(tx, actor, await todayHere(platform, tx, actor)),
  );
  if (!list) throw notFound();
  const query = new URL(request.url).searchParams;
  const [added, changed, same] = ["added", "changed", "unchanged"].map((name) => {
    const count = query.get(name) ?? "";
    return NUMBER.test(count) ? Number(count) : 0;
  });
  const said = query.get("said");
  return {
    list,
    said: said === "removed" || said === "imported" ? said : null,
    counts: { added, changed, same },
    leftOut: query.getAll("left-out").slice(0, 60),
  };
}

export default function Roles({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("roles");
  const { list, said, counts, leftOut } = loaderData;
  const { roles, archived, frameworks } = list;
  const isEmpty = roles.length === 0;
  const add = (
    <>
      <ButtonLink variant="primary" href="/roles/ready" icon={<PlusIcon />}>
        {t("list.add")}
      </ButtonLink>
      <ButtonLink href="/roles/import">{t("list.import")}</ButtonLink>
    </>
  );
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead")}
        action={isEmpty ? undefined : <div className="flex flex-wrap gap-3">{add}</div>}
      />
      {said && (
        <div className="mb-6">
          <Notice tone="success" title={t(`said.${said}`, counts)}>
            {leftOut.length > 0 && t("said.leftOut", { columns: leftOut.join(", ") })}
          </Notice>
        </div>
      )}
      {isEmpty ? (
        <EmptyState title={t("list.empty.title")} action={add}>
          {t("list.empty.body")}
        </EmptyState>
      ) : (
        <WithAside label={t("list.beside")} size="help-for-table" aside={<ListAside list={list} />}>
          <RolesTable roles={roles} several={frameworks.length > 1} />
        </WithAside>
      )}
      {archived.length > 0 && (
        <div className="mt-10">
          <Disclosure summary={t("list.archived", { count: archived.length })}>
            <ul className="grid gap-1">
              {archived.map(({ id, name, archivedOn }) => (
                <li key={id}>
                  <Link href={`/roles/${id}`} dir="auto">
                    {name}
                  </Link>{" "}
                  <span className="text-ink-muted">
                    {t("list.archivedOn", { date: writtenDate(archivedOn) })}
                  </span>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </>
  );
}

function ListAside({ list: { people, without } }: { list: RoleList }) {
  const { t } = useTranslation("roles");
  return (
    <>
      <AsidePart title={t("list.whoHas")}>
        <p className="text-ink-muted">{t("list.without", { count: without, people })}</p>
      </AsidePart>
      <AsidePart title={t("list.export")}>
        <ul className="grid gap-1">
          {(["xlsx", "csv"] as const).map((format) => (
            <li key={format}>
              <Link href={`/roles/export/${format}`} reloadDocument>
                {t(`formats.${format}`)}
              </Link>
            </li>
          ))}
        </ul>
      </AsidePart>
      <AsidePart title={t("list.how")}>
        <div className="text-ink-muted">
          <Points points={[t("list.several"), t("list.nearer")]} />
        </div>
      </AsidePart>
    </>
  );
}

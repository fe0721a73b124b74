import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { OrgTreeList } from "../components/org-tree-list.tsx";
import { readOrgTree } from "../person-reads.server.ts";
import type { Route } from "./+types/org-tree";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const wishes = await languageWishes(request.headers);
  const from = new URL(request.url).searchParams.get("from");
  const tree = await readOrgTree(getPlatform(context), actor, from || null, wishes);
  if (!tree) throw notFound();
  return { tree, from: from ? (tree.roots[0]?.person.name ?? null) : null };
}

export default function OrgTreePage({ loaderData: { tree, from } }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const above = tree.path.map(({ id, name }) => ({ label: name, href: `/people/tree?from=${id}` }));
  const whole = from === null ? [] : [{ label: t("tree.whole"), href: "/people/tree" }];
  return (
    <>
      <PageTitle>{t("tree.title")}</PageTitle>
      <PageHeader
        title={t("tree.title")}
        lead={from === null ? t("tree.lead") : t("tree.leadFrom", { name: from })}
        breadcrumbs={[{ label: t("directory.title"), href: "/people" }, ...whole, ...above]}
      />
      {tree.roots.length === 0 ? (
        <EmptyState
          title={t("tree.empty.title")}
          action={<ButtonLink href="/people">{t("directory.title")}</ButtonLink>}
        >
          {t("tree.empty.body")}
        </EmptyState>
      ) : (
        <WithAside
          label={t("tree.find.label")}
          aside={
            <AsidePart title={t("tree.find.title")}>
              <p className="mb-3 text-ink-muted">{t("tree.find.body")}</p>
              <SearchField action="/people" label={t("directory.searchHint")} />
            </AsidePart>
          }
        >
          <OrgTreeList nodes={tree.roots} level={0} />
          {tree.more > 0 && (
            <p className="pt-4 text-ink-muted">{t("tree.moreAtTop", { count: tree.more })}</p>
          )}
        </WithAside>
      )}
    </>
  );
}

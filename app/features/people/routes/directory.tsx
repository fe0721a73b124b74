import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { UploadIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { countToAgree } from "../addresses-page.server.ts";
import { DirectoryFilters } from "../components/directory-filters.tsx";
import { DirectoryTable } from "../components/directory-table.tsx";
import { readDirectory } from "../directory-reads.server.ts";
import { directoryParameters, readDirectoryQuery } from "../domain/directory-query.ts";
import { mayImportPeople, maySeeInactivePeople } from "../policy.ts";
import type { Route } from "./+types/directory";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = readDirectoryQuery(new URL(request.url).searchParams);
  const platform = getPlatform(context);
  const directory = await readDirectory(platform, actor, query);
  return {
    ...directory,
    toAgree: await countToAgree(platform, actor),
    query,
    mayImport: mayImportPeople(actor),
    seesInactive: maySeeInactivePeople(actor),
  };
}

export default function Directory({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const { query, people, total, departments, countries, mayImport, seesInactive, toAgree } =
    loaderData;
  const narrowed = directoryParameters({ ...query, page: 1 }).size > 0;
  const importLink = mayImport && (
    <ButtonLink variant="primary" href="/people/import" icon={<UploadIcon />}>
      {t("directory.import")}
    </ButtonLink>
  );
  if (total === 0 && !narrowed) {
    return (
      <>
        <title>{t("directory.title")}</title>
        <PageHeader title={t("directory.title")} lead={t("directory.lead")} />
        <EmptyState title={t("directory.empty.title")} action={importLink}>
          {t(`directory.empty.${mayImport ? "admin" : "member"}`)}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <title>{t("directory.title")}</title>
      <PageHeader
        title={t("directory.title")}
        lead={t("directory.lead")}
        action={
          <>
            <ButtonLink href="/people/tree">{t("directory.tree")}</ButtonLink>
            {importLink}
          </>
        }
      />
      {toAgree > 0 && (
        <div className="mb-6">
          <Notice action={<Link href="/people/addresses">{t("addresses.title")}</Link>}>
            {t("directory.toAgree", { count: toAgree })}
          </Notice>
        </div>
      )}
      <DirectoryFilters {...{ query, departments, countries }} showStatus={seesInactive} />
      <DirectoryTable
        {...{ query, people, total }}
        empty={
          <EmptyState
            title={t("directory.noMatch.title")}
            action={<ButtonLink href="/people">{t("directory.clear")}</ButtonLink>}
          >
            {t("directory.noMatch.body")}
          </EmptyState>
        }
      />
    </>
  );
}

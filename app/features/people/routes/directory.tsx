import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { languageWishes } from "~/platform/i18n/language-wishes.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { UploadIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { countToAgree } from "../addresses-page.server.ts";
import { DirectoryFilters } from "../components/directory-filters.tsx";
import { DirectoryTable } from "../components/directory-table.tsx";
import { readDirectory } from "../directory-reads.server.ts";
import { directoryParameters, readDirectoryQuery } from "../domain/directory-query.ts";
import { mayChangePeople, maySeeInactivePeople } from "../policy.ts";
import type { Route } from "./+types/directory";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const wishes = await languageWishes(request.headers);
  const query = readDirectoryQuery(new URL(request.url).searchParams);
  const platform = getPlatform(context);
  const directory = await readDirectory(platform, actor, query, wishes);
  return {
    ...directory,
    toAgree: await countToAgree(platform, actor),
    changed: countIn(request, "changed"),
    kept: countIn(request, "kept"),
    query,
    mayChange: mayChangePeople(actor),
    seesInactive: maySeeInactivePeople(actor),
  };
}

/** Of how many people a change together changed something, or how many kept what they chose, as the address tells. */
function countIn(request: Request, name: "changed" | "kept"): number | null {
  const count = new URL(request.url).searchParams.get(name);
  return count !== null && /^\d{1,6}$/.test(count) ? Number(count) : null;
}

export default function Directory({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["people", "people-edit", "people-together"]);
  const {
    query,
    people,
    total,
    departments,
    countries,
    mayChange,
    seesInactive,
    toAgree,
    changed,
    kept,
  } = loaderData;
  const narrowed = directoryParameters({ ...query, page: 1 }).size > 0;
  const importLink = mayChange && (
    <>
      <ButtonLink href="/people/new">{t("people-edit:add.link")}</ButtonLink>
      <ButtonLink variant="primary" href="/people/import" icon={<UploadIcon />}>
        {t("directory.import")}
      </ButtonLink>
    </>
  );
  if (total === 0 && !narrowed) {
    return (
      <>
        <PageTitle>{t("directory.title")}</PageTitle>
        <PageHeader title={t("directory.title")} lead={t("directory.lead")} />
        <EmptyState title={t("directory.empty.title")} action={importLink}>
          {t(`directory.empty.${mayChange ? "admin" : "member"}`)}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle>{t("directory.title")}</PageTitle>
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
      {changed !== null && (
        <div className="mb-6">
          <Notice tone="success">
            {t("people-together:changed", { count: changed })}{" "}
            {kept ? t("people-together:kept", { count: kept }) : null}
          </Notice>
        </div>
      )}
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
        mayChange={mayChange}
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

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { CompetencyList } from "../components/competency-list.tsx";
import { ExportPart } from "../components/export-part.tsx";
import { exportFormats, lossesOf } from "../domain/exchange/losses.ts";
import { shownCompetencies } from "../domain/own/shown-competencies.ts";
import { askedPage, askedVersion } from "../own/asked.ts";
import { openNextDraft } from "../own/open-next-draft.server.ts";
import { ownVersion, publishedVersions } from "../own/own-framework-reads.server.ts";
import type { Route } from "./+types/framework";

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const query = new URL(request.url).searchParams;
  const found = await inOrganisation(getPlatform(context), actor, async (tx) => {
    const version = await ownVersion(tx, actor, frameworkId, askedVersion(query));
    return version && { version, all: await publishedVersions(tx, actor, frameworkId) };
  });
  if (!found) throw notFound();
  const { definition, version, publishedOn } = found.version;
  const words = query.get("q") ?? "";
  return {
    ...{ id: frameworkId, version, publishedOn, words },
    versions: found.all,
    name: definition.name,
    description: definition.description,
    levels: definition.levels,
    list: shownCompetencies(definition, { words, page: askedPage(query) }),
    exports: exportFormats.map((format) => ({ format, losses: lossesOf(definition, format) })),
    isNew: query.get("said") === "published",
  };
}

const openInput = z.object({ intent: z.literal("open") });

export async function action({ context, request, params: { frameworkId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  await readPress(request, openInput);
  const opened = await openNextDraft(getPlatform(context), actor, frameworkId);
  if (!opened.ok) throw notFound();
  return redirect(`/frameworks/${frameworkId}/draft`);
}

/** A published version: its competencies, the versions before, and files of it to keep. */
export default function FrameworkPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name, description, version, versions, publishedOn, levels, list, words } = loaderData;
  const newest = versions[0]?.version ?? version;
  const href = (query: Record<string, string>) => {
    const search = new URLSearchParams({
      ...(version === newest ? {} : { version: String(version) }),
      ...query,
    }).toString();
    return `/frameworks/${id}${search && `?${search}`}`;
  };
  const aside = (
    <>
      <AsidePart title={t("own.versions")}>
        <ul className="grid gap-1">
          {versions.map((each) => (
            <li key={each.version}>
              <Link
                href={`/frameworks/${id}?version=${each.version}`}
                aria-current={each.version === version ? "page" : undefined}
              >
                {t("own.versionOn", {
                  version: each.version,
                  date: writtenDate(each.publishedOn),
                })}
              </Link>
            </li>
          ))}
        </ul>
      </AsidePart>
      <ExportPart id={id} version={version} exports={loaderData.exports} />
    </>
  );
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <PageHeader
        title={<span dir="auto">{name}</span>}
        lead={t("own.versionOn", { version, date: writtenDate(publishedOn) })}
        breadcrumbs={[{ label: t("own.title"), href: "/frameworks" }]}
        action={
          <Form method="post">
            <Button name="intent" value="open">
              {t("own.openDraft")}
            </Button>
          </Form>
        }
      />
      <WithAside label={t("own.beside")} aside={aside}>
        <div className="grid gap-6">
          {loaderData.isNew && <Notice tone="success">{t("own.said.published")}</Notice>}
          {version !== newest && (
            <Notice
              action={<ButtonLink href={`/frameworks/${id}`}>{t("own.toNewest")}</ButtonLink>}
            >
              {t("own.older")}
            </Notice>
          )}
          {description !== "" && (
            <p dir="auto" className="max-w-reading whitespace-pre-line">
              {description}
            </p>
          )}
          <SearchField
            label={t("own.search")}
            defaultValue={words}
            keep={version === newest ? {} : { version: String(version) }}
          />
          <h2 className="font-serif text-2xl">{t("own.found", { count: list.found })}</h2>
          <CompetencyList shown={list.shown} levels={levels} />
          <Pagination
            page={list.page}
            pages={list.pages}
            href={(page) => href({ ...(words && { q: words }), page: String(page) })}
          />
        </div>
      </WithAside>
    </>
  );
}

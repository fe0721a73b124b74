import { useTranslation } from "react-i18next";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { whole } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { Notice } from "~/ui/notice.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { MatrixForm } from "../components/skills/matrix-form.tsx";
import { MatrixFindings, MatrixKey } from "../components/skills/matrix-notes.tsx";
import { PartPager } from "../components/skills/matrix-pager.tsx";
import { MatrixTable } from "../components/skills/matrix-table.tsx";
import { PersonPanel } from "../components/skills/person-panel.tsx";
import { NobodyToRead, SkillsHead } from "../components/skills/skills-head.tsx";
import { matrixParameters, readMatrixQuery } from "../domain/tables/matrix-query.ts";
import { matrixPage } from "../matrix/matrix-page.server.ts";
import type { Route } from "./+types/skills";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const { searchParams } = new URL(request.url);
  const query = readMatrixQuery(searchParams);
  const page = await matrixPage(getPlatform(context), actor, query);
  if (!page) throw notFound();
  return { page, query, isTooLarge: searchParams.get("said") === "too-large" };
}

/** People by competency. */
export default function Skills({ loaderData: { page, query, isTooLarge } }: Route.ComponentProps) {
  const { t } = useTranslation("skills");
  if (page === "nobody")
    return (
      <NobodyToRead
        place="matrix"
        own={<ButtonLink href="/levels">{t("nobody.own")}</ButtonLink>}
      />
    );
  const isNarrowed = page.shown !== page.everybody;
  const table = (
    <div className="min-w-0">
      <p className="pb-2 text-end text-sm tabular-nums text-ink-muted">
        {t("table.count", { shown: whole(page.shown), of: whole(page.everybody) })}
      </p>
      <PartPager page={page} query={query} />
      {page.rows.length > 0 ? (
        <>
          <MatrixTable page={page} query={query} />
          <MatrixKey />
        </>
      ) : (
        <EmptyState
          title={t("noMatch.title")}
          action={<ButtonLink href="/skills">{t("noMatch.all")}</ButtonLink>}
        >
          {t("noMatch.body")}
        </EmptyState>
      )}
    </div>
  );
  return (
    <>
      <SkillsHead
        place="matrix"
        framework={page.framework.framework}
        lead={t("lead.matrixOf", {
          ...{ count: page.everybody, people: whole(page.everybody) },
          ...{ framework: page.framework.name, levels: page.framework.levels.length },
        })}
        action={
          page.rows.length > 0 && (
            <ButtonLink
              size="small"
              href={`/skills/levels.xlsx?${matrixParameters(query)}`}
              reloadDocument
              icon={<DownloadIcon className="size-4" />}
            >
              {isNarrowed
                ? t("export.some", { count: page.shown, people: whole(page.shown) })
                : t("export.all")}
            </ButtonLink>
          )
        }
      />
      {isTooLarge && (
        <div className="pb-6">
          <Notice tone="danger">{t("export.tooLarge")}</Notice>
        </div>
      )}
      {query.sort === "gap" && !page.hasNeeds && (
        <div className="pb-6">
          <Notice>{t("sort.noNeeds")}</Notice>
        </div>
      )}
      {page.findings.old.of === 0 && page.rows.length > 0 ? (
        <div className="pb-6">
          <Notice title={t("findings.none")}>{t("findings.noneBody")}</Notice>
        </div>
      ) : (
        <MatrixFindings page={page} />
      )}
      <MatrixForm page={page} query={query} />
      {page.panel ? (
        <WithAside
          label={t("panel.label", { name: page.panel.person.name })}
          size="help-for-table"
          aside={
            <div>
              <PersonPanel
                key={query.person}
                panel={page.panel}
                query={query}
                levels={page.framework.levels.length}
                others={page.rows}
              />
            </div>
          }
        >
          {table}
        </WithAside>
      ) : (
        table
      )}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { Pagination } from "~/ui/pagination.tsx";
import { SearchField } from "~/ui/search-field.tsx";
import { competencyHref } from "../own/hrefs.ts";
import type { FrameworkReading } from "../reading/framework-page.server.ts";
import { CompetencyList } from "./competency-list.tsx";
import { FoundCompetencies } from "./found-competencies.tsx";
import { FrameworkTree } from "./framework-tree.tsx";

type Props = Pick<
  FrameworkReading,
  "found" | "fitsOnOnePage" | "levels" | "total" | "tree" | "whole" | "words"
> & {
  id: string;
  /** The version that the address asks for; undefined for the newest. */
  asked: number | undefined;
};

/** The competencies of a framework: what words found, everything at once, or its tree. */
export function FrameworkContents({
  id,
  asked,
  found,
  whole,
  tree,
  levels,
  words,
  ...rest
}: Props) {
  const { t } = useTranslation("frameworks");
  const kept: Record<string, string> = asked === undefined ? {} : { version: String(asked) };
  const to = (query: Record<string, string>) => {
    const search = new URLSearchParams({ ...kept, ...query }).toString();
    return `/frameworks/${id}${search && `?${search}`}`;
  };
  const href = (competency: string) => competencyHref(id, competency, asked);
  const shown = found ?? tree;
  const here = tree.way.at(-1);
  const query = { ...(words && { q: words }), ...(here && { group: here.id }) };
  return (
    <>
      <SearchField label={t("own.search")} defaultValue={words} keep={kept} />
      {(found || here || whole) && (
        <p className="print:hidden">
          <Link href={to({})}>{t("own.toTree")}</Link>
        </p>
      )}
      {!found && here && (
        <p dir="auto" className="text-sm text-ink-muted">
          {tree.way.map(({ name }) => name).join(" › ")}
        </p>
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-serif text-2xl" dir="auto">
          {!found && here ? here.name : t("own.found", { count: found?.found ?? rest.total })}
        </h2>
        {!found && !whole && rest.fitsOnOnePage && rest.total > 0 && (
          <Link href={to({ whole: "1" })}>{t("own.whole")}</Link>
        )}
      </div>
      {whole && !found ? (
        <CompetencyList shown={whole} levels={levels} />
      ) : found ? (
        <FoundCompetencies shown={found.shown} href={href} />
      ) : (
        <FrameworkTree
          groups={tree.groups}
          competencies={tree.competencies}
          competencyHref={href}
          groupHref={tree.isWhole ? undefined : (group) => to({ group })}
        />
      )}
      <Pagination
        page={shown.page}
        pages={shown.pages}
        href={(page) => to({ ...query, page: String(page) })}
      />
    </>
  );
}

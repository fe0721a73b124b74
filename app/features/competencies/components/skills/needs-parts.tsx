import { useTranslation } from "react-i18next";
import { decimal, listedNames, whole, writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { ClosedShown, NeedRow, NeedsPage } from "../../cover/needs-page.server.ts";
import { matrixHref, readMatrixQuery } from "../../domain/tables/matrix-query.ts";
import { evidenceName } from "../level-words.ts";

type Part = NeedsPage["parts"][number];

/** What one group of people needs training in, the largest need first. */
export function NeedsPart({ part, name }: { part: Part; name: string }) {
  const { t } = useTranslation("skills");
  return (
    <Table
      caption={name}
      count={t("needs.people", { count: part.people, people: whole(part.people) })}
      rows={part.rows}
      rowKey={({ competency }) => competency.id}
      empty={t("needs.none")}
      columns={[
        {
          key: "competency",
          header: t("cover.competency"),
          rowHeader: true,
          cell: ({ competency }) => (
            <span className="font-medium" dir="auto">
              {competency.name}
            </span>
          ),
        },
        {
          key: "missing",
          header: t("needs.missing"),
          align: "end",
          cell: (row) => (isKnown(row) ? decimal(row.missing, 1) : t("cover.unknown")),
        },
        { key: "short", header: t("needs.short"), wide: true, cell: (row) => <Short row={row} /> },
        { key: "open", header: t("needs.open"), align: "end", cell: ({ open }) => whole(open) },
        { key: "met", header: t("needs.met"), align: "end", cell: ({ met }) => whole(met) },
        {
          key: "notAssessed",
          header: t("needs.notAssessed"),
          align: "end",
          cell: ({ notAssessed }) => whole(notAssessed),
        },
      ]}
    />
  );
}

/** Where nobody is assessed, nothing is missing and nothing is not. */
function isKnown({ short, open, met }: NeedRow): boolean {
  return short.length + open + met > 0;
}

function Short({ row }: { row: NeedRow }) {
  const { t } = useTranslation("skills");
  const { short, shortMore } = row;
  if (!isKnown(row)) return t("cover.nobodyAssessed");
  if (short.length === 0) return t("needs.nobody");
  return (
    <>
      {listedNames(short.map(({ name }) => name))}
      {shortMore > 0 && ` ${t("cover.more", { count: shortMore })}`}
    </>
  );
}

/** Gaps that closed, each with the evidence that closed it. */
export function ClosedGaps({ page }: { page: NeedsPage }) {
  const { t } = useTranslation("skills");
  const since = writtenDate(page.since);
  return (
    <Table
      caption={t("closed.title", { date: since })}
      count={page.closedMore > 0 ? t("closed.more", { count: page.closedMore }) : undefined}
      rows={page.closed}
      rowKey={({ person, competency }) => `${person.id} ${competency}`}
      empty={t("closed.none")}
      columns={[
        {
          key: "person",
          header: t("table.person"),
          rowHeader: true,
          cell: ({ person }) => (
            <Link
              tone="quiet"
              href={matrixHref(
                readMatrixQuery(new URLSearchParams({ framework: page.framework.framework })),
                { person: person.id },
              )}
            >
              {person.name}
            </Link>
          ),
        },
        { key: "competency", header: t("cover.competency"), cell: ({ competency }) => competency },
        { key: "needed", header: t("closed.needed"), align: "end", cell: ({ needed }) => needed },
        { key: "by", header: t("closed.by"), wide: true, cell: (gap) => <By gap={gap} /> },
      ]}
    />
  );
}

function By({ gap: { person, by } }: { gap: ClosedShown }) {
  const { t } = useTranslation(["skills", "competencies"]);
  // What was taken back since may have stood in the way of a level, too.
  if (by.length === 0) return t("skills:closed.withoutNew");
  return (
    <ul>
      {by.map(({ id, source, title, saidOn }) => (
        <li key={id}>
          <Link href={`/levels/${person.id}/evidence/${id}`}>
            {evidenceName({ source, title }, t(`competencies:source.${source}`))}
          </Link>
          , {writtenDate(saidOn)}
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from "react-i18next";
import { decimal, shareText } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { AlertIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { CoverPage, CoverRow, NamedPerson } from "../../cover/cover-page.server.ts";
import { matrixHref, readMatrixQuery } from "../../domain/tables/matrix-query.ts";
import { levelFigure, likelyRange } from "../level-words.ts";

/** Each competency with who could, how likely nobody is there, and what is not known. */
export function CoverTable({ page }: { page: CoverPage }) {
  const { t } = useTranslation("skills");
  const { framework, level } = page;
  return (
    <Table
      caption={t("cover.caption", { level })}
      count={t("cover.count", { count: page.rows.length })}
      rows={page.rows}
      rowKey={({ competency }) => competency.id}
      columns={[
        {
          key: "competency",
          header: t("cover.competency"),
          rowHeader: true,
          cell: (row) => <Competency row={row} />,
        },
        {
          key: "nobody",
          header: t("cover.nobody"),
          align: "end",
          cell: ({ assessed, nobody }) =>
            assessed === 0 ? t("cover.unknown") : shareOrLess(nobody),
        },
        {
          key: "mean",
          header: t("cover.there"),
          cell: (row) => <Counts row={row} />,
        },
        {
          key: "who",
          header: t("cover.who"),
          wide: true,
          cell: (row) => <Who row={row} framework={framework.framework} />,
        },
        {
          key: "notAssessed",
          header: t("cover.notKnown"),
          cell: ({ notAssessed, old }) => (
            <>
              {t("cover.notAssessed", { count: notAssessed })}
              {old > 0 && (
                <span className="block text-ink-muted">{t("cover.old", { count: old })}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** A chance as it is written: what rounds to nothing is not nothing. */
export function shareOrLess(chance: number): string {
  if (chance > 0 && chance < 0.005) return `< ${shareText(0.01)}`;
  if (chance < 1 && chance > 0.995) return `> ${shareText(0.99)}`;
  return shareText(chance);
}

function Competency({ row: { competency, atLevel, assessed } }: { row: CoverRow }) {
  const { t } = useTranslation("skills");
  return (
    <>
      <span className="font-medium" dir="auto">
        {competency.name}
      </span>
      {assessed > 0 && atLevel < 2 && (
        <span className="mt-1 block">
          <Badge icon={<AlertIcon />}>{t(atLevel === 1 ? "cover.onlyOne" : "cover.none")}</Badge>
        </span>
      )}
    </>
  );
}

function Counts({ row: { mean, counts, assessed } }: { row: CoverRow }) {
  const { t } = useTranslation("skills");
  if (assessed === 0) return t("cover.unknown");
  const [, one = 0, two = 0, more = 0] = counts;
  return (
    <>
      {t("cover.mean", { count: mean, number: decimal(mean, 1) })}
      <span className="block text-xs text-ink-muted">
        {t("cover.counts", {
          ...{ one: shareOrLess(one), two: shareOrLess(two), more: shareOrLess(more) },
        })}
      </span>
    </>
  );
}

function Who({
  row: { holders, holdersMore, nearest, assessed },
  framework,
}: {
  row: CoverRow;
  framework: string;
}) {
  const { t } = useTranslation("skills");
  if (assessed === 0) return t("cover.nobodyAssessed");
  return (
    <>
      {holders.length > 0 && (
        <ul>
          {holders.map((person) => (
            <Person key={person.id} {...{ person, framework }} />
          ))}
          {holdersMore > 0 && <li>{t("cover.more", { count: holdersMore })}</li>}
        </ul>
      )}
      {holders.length < 2 && nearest.length > 0 && (
        <>
          <p className="mt-1 text-xs text-ink-muted">{t("cover.nearest")}</p>
          <ul>
            {nearest.map((person) => (
              <Person key={person.id} {...{ person, framework }} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Somebody with their level and how sure it is; their evidence is behind the link. */
function Person({ person, framework }: { person: NamedPerson; framework: string }) {
  const { t } = useTranslation("competencies");
  const query = readMatrixQuery(new URLSearchParams({ framework }));
  return (
    <li>
      <Link tone="quiet" href={matrixHref(query, { person: person.id })} dir="auto">
        {person.name}
      </Link>{" "}
      <span className="text-xs text-ink-muted">
        {levelFigure(person.estimate)}, {likelyRange(t, person)}
      </span>
    </li>
  );
}

import { useTranslation } from "react-i18next";
import { decimal, writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { CalibrationPage } from "../../assessments/calibration/calibration-page.server.ts";
import type { Leniency } from "../../domain/assessments/leniency.ts";
import { roundPath } from "../../paths/assessment-paths.ts";

/** How high each manager places people, beside all others, and how sure that is. */
export function AssessorsTable({ page: { assessors } }: { page: CalibrationPage }) {
  const { t } = useTranslation("assessments");
  if (assessors.length === 0) return null;
  const beside = ({ above }: Leniency) => {
    if (above === null) return t("calibration.nothing");
    const { difference, from, to } = above;
    const range = {
      from: decimal(from, 1),
      to: decimal(to, 1),
      by: decimal(Math.abs(difference), 1),
    };
    if (from <= 0 && to >= 0) return t("calibration.unclear", range);
    return t(difference > 0 ? "calibration.higher" : "calibration.lower", range);
  };
  return (
    <div className="grid gap-3">
      <Table
        caption={t("calibration.assessors")}
        count={t("calibration.assessorsCount", { count: assessors.length })}
        rows={assessors}
        rowKey={({ assessorId }) => assessorId}
        columns={[
          {
            key: "name",
            header: t("part.manager"),
            rowHeader: true,
            cell: ({ name }) => <bdi>{name}</bdi>,
          },
          {
            key: "people",
            header: t("calibration.placed"),
            align: "end",
            cell: ({ people }) => people,
          },
          {
            key: "mean",
            header: t("calibration.mean"),
            align: "end",
            cell: ({ mean }) => decimal(mean, 1),
          },
          { key: "beside", header: t("calibration.beside"), cell: beside },
        ]}
      />
      <p className="max-w-reading text-sm text-ink-muted">{t("calibration.besideNote")}</p>
    </div>
  );
}

/** Each person with where their manager placed them; a level leads to its change. */
export function PlacedTable({ page }: { page: CalibrationPage }) {
  const { t } = useTranslation("assessments");
  const { people, competencies, round } = page;
  if (people.length === 0) return <p>{t("calibration.none")}</p>;
  return (
    <Table
      caption={t("calibration.people")}
      count={t("round.peopleCount", { count: people.length })}
      rows={people}
      rowKey={({ subjectId }) => subjectId}
      columns={[
        {
          key: "name",
          header: t("own.who"),
          rowHeader: true,
          cell: ({ name }) => <bdi>{name}</bdi>,
        },
        { key: "manager", header: t("part.manager"), cell: ({ manager }) => <bdi>{manager}</bdi> },
        ...competencies.map(({ id, name }) => ({
          key: id,
          header: <bdi>{name}</bdi>,
          align: "end" as const,
          cell: ({
            subjectId,
            name: person,
            levels,
            isOpen,
          }: CalibrationPage["people"][number]) => {
            const level = levels[id];
            if (level === undefined || !isOpen) return level ?? null;
            const query = new URLSearchParams({ person: subjectId, competency: id });
            return (
              <Link
                alone
                href={`${roundPath(round.id)}/calibration?${query}`}
                aria-label={t("calibration.changeLevel", { level, person, competency: name })}
              >
                {level}
              </Link>
            );
          },
        })),
      ]}
    />
  );
}

/** What was changed: before, after and why, the last first. */
export function ChangesTable({ page: { changes, competencies } }: { page: CalibrationPage }) {
  const { t } = useTranslation("assessments");
  if (changes.length === 0) return null;
  const called = new Map(competencies.map(({ id, name }) => [id, name]));
  return (
    <Table
      caption={t("calibration.changes")}
      count={t("calibration.changesCount", { count: changes.length })}
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("own.who"),
          rowHeader: true,
          cell: ({ name }) => <bdi>{name}</bdi>,
        },
        {
          key: "competency",
          header: t("calibration.competency"),
          cell: ({ competency }) => <bdi>{called.get(competency) ?? competency}</bdi>,
        },
        {
          key: "before",
          header: t("calibration.before"),
          align: "end",
          cell: ({ before }) => before,
        },
        {
          key: "after",
          header: t("calibration.afterShort"),
          align: "end",
          cell: ({ after }) => after,
        },
        {
          key: "reason",
          header: t("calibration.reason"),
          cell: ({ reason }) => <bdi>{reason}</bdi>,
        },
        {
          key: "on",
          header: t("calibration.on"),
          noWrap: true,
          cell: ({ decidedOn }) => writtenDate(decidedOn),
        },
      ]}
    />
  );
}

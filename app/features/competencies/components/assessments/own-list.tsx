import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { OwnAssessment } from "../../assessments/own-assessments.server.ts";
import { sheetPath, talkPath } from "../../paths/assessment-paths.ts";

/** Everybody whom somebody places, themselves first among them, with what comes next. */
export function OwnAssessments({ own }: { own: readonly OwnAssessment[] }) {
  const { t } = useTranslation("assessments");
  return (
    <Table
      caption={t("own.caption")}
      count={t("own.count", { count: own.length })}
      rows={own}
      rowKey={({ sheetId }) => sheetId}
      columns={[
        {
          key: "name",
          header: t("own.who"),
          rowHeader: true,
          cell: ({ part, name, sheetId, subjectId, next }) => (
            <Link
              tone="quiet"
              dir="auto"
              href={next === "talk" ? talkPath(subjectId) : sheetPath(sheetId)}
            >
              {part === "self" ? t("own.yourself") : name}
            </Link>
          ),
        },
        { key: "round", header: t("own.round"), cell: ({ round }) => <bdi>{round.name}</bdi> },
        {
          key: "next",
          header: t("own.next"),
          cell: ({ next, said, of, proposed }) =>
            proposed > 0
              ? t("own.proposed", { count: proposed })
              : next === "write" && said > 0
                ? t("own.begun", { said, of })
                : t(`own.is.${next}`),
        },
        {
          key: "until",
          header: t("own.until"),
          noWrap: true,
          cell: ({ round: { closesOn }, next }) =>
            closesOn === null || next === "over" ? null : writtenDate(closesOn),
        },
      ]}
    />
  );
}

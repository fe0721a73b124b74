import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import { Table } from "~/ui/table.tsx";
import type { PartShown, RoundPage } from "../../assessments/round-page.server.ts";
import { roundPath } from "../../paths/assessment-paths.ts";

type Person = RoundPage["people"][number];

/** Who is placed in a round, and how far each part of it is: never a level. */
export function RoundPeople({ page: { round, people, plan } }: { page: RoundPage }) {
  const { t } = useTranslation("assessments");
  const isDraft = plan !== null;
  const part = (shown: PartShown, withName: boolean) => {
    if (shown === null) return t("round.nobody");
    const state = t(shown.isSent ? "round.sent" : "round.open");
    if (isDraft) return <bdi>{shown.by}</bdi>;
    return withName ? (
      <>
        <bdi>{shown.by}</bdi>: {state}
      </>
    ) : (
      state
    );
  };
  const columns = [
    {
      key: "name",
      header: t("own.who"),
      rowHeader: true,
      cell: ({ subjectId, name }: Person) => (
        <Link tone="quiet" dir="auto" href={`${roundPath(round.id)}/person/${subjectId}`}>
          {name}
        </Link>
      ),
    },
    {
      key: "department",
      header: t("round.department"),
      cell: ({ department }: Person) => <bdi>{department}</bdi>,
    },
    ...(isDraft
      ? []
      : [
          {
            key: "self",
            header: t("part.self"),
            cell: (each: Person) => part(each.parts.self, false),
          },
          {
            key: "manager",
            header: t("part.manager"),
            cell: (each: Person) => part(each.parts.manager, true),
          },
        ]),
    {
      key: "second",
      header: t("part.second"),
      cell: (each: Person) => (each.parts.second ? part(each.parts.second, true) : null),
    },
    ...(isDraft
      ? []
      : [
          {
            key: "talk",
            header: t("round.talk"),
            noWrap: true,
            cell: ({ concludedOn }: Person) =>
              concludedOn === null ? null : writtenDate(concludedOn),
          },
        ]),
  ];
  return (
    <Table
      caption={t("round.peopleCaption")}
      count={t("round.peopleCount", { count: people.length })}
      rows={people}
      rowKey={({ subjectId }) => subjectId}
      columns={columns}
    />
  );
}

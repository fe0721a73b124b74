import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Page } from "~/features/people/domain/index.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { Table } from "~/ui/table.tsx";
import { isForManagerAlone, type RejectedRow } from "../domain/plan.ts";
import { problemText } from "../problem-text.ts";

/** Rows that cannot be imported, each with every reason. */
export function RejectedTable({ entries, total }: Page<RejectedRow>) {
  const { t } = useTranslation(["people-import", "people"]);
  const { importId } = useParams();
  return (
    <Table
      caption={t("review.tabs.rejected")}
      count={t("review.table.rows", { count: total })}
      tools={
        total > 0 && (
          <ButtonLink
            size="small"
            href={`/people/import/${importId}/rejected`}
            reloadDocument
            icon={<DownloadIcon className="size-4" />}
          >
            {t("review.download")}
          </ButtonLink>
        )
      }
      rows={entries}
      rowKey={({ row }) => String(row)}
      empty={t("review.empty.rejected")}
      columns={[
        { key: "row", header: t("review.table.row"), align: "end", cell: ({ row }) => row },
        {
          key: "name",
          header: t("people:fields.name"),
          rowHeader: true,
          cell: ({ name }) => <bdi>{name ?? "–"}</bdi>,
        },
        {
          key: "problem",
          header: t("review.table.problem"),
          cell: ({ problems, row }) => (
            <ul className="grid gap-1">
              {problems.map((problem) => (
                <li key={problem.code} dir="auto">
                  {problemText(problem, t)}
                </li>
              ))}
              {isForManagerAlone(problems) && (
                <li>
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="row" value={row} />
                    <Button size="small" name="intent" value="manager-row">
                      {t("review.questions.managerOne")}
                    </Button>
                  </Form>
                </li>
              )}
            </ul>
          ),
        },
      ]}
    />
  );
}

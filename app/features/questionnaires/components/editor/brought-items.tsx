import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import type { BroughtFile } from "../../editing/sheet/brought-file.ts";
import type { RowProblem } from "../../editing/sheet/read-items.ts";
import { columnNames } from "../../editing/sheet/sheet-columns.ts";

type Props = { brought: BroughtFile; revision: number };

/** What a file brings: the items that would come, the rows that can't, and the two ways on. */
export function BroughtItems({ brought, revision }: Props) {
  const { t } = useTranslation("questionnaires");
  const { file, rows, problems, unread } = brought;
  const { items } = brought.brought;
  const refused = new Set(problems.map(({ row }) => row)).size;
  return (
    <Panel
      title={t("import.review", { file })}
      lead={t("import.found", { count: items.length, rows })}
    >
      <div className="grid grid-cols-1 gap-5">
        {problems.length > 0 && (
          <div className="grid grid-cols-1 gap-2">
            <p className="font-semibold">{t("import.refused", { count: refused })}</p>
            <Disclosure summary={t("import.refusedList")} open={problems.length <= 20}>
              <ul className="grid gap-1">
                {problems.map((problem) => (
                  <li key={`${problem.row} ${problem.field} ${problem.code}`}>
                    <RowFault problem={problem} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )}
        {unread.length > 0 && <p>{t("import.unread", { columns: unread.join(", ") })}</p>}
        {items.length > 0 && (
          <Disclosure summary={t("import.items")} open={items.length <= 20}>
            <ol className="divide-y divide-line">
              {items.map((item) => (
                <li key={item.key} className="py-2 wrap-anywhere">
                  <p dir="auto">{item.self}</p>
                  {item.other !== item.self && (
                    <p dir="auto" className="text-sm text-ink-muted">
                      {t("item.forOthers", { words: item.other })}
                    </p>
                  )}
                  <p className="text-sm text-ink-muted">{t(`kinds.${item.kind}`)}</p>
                </li>
              ))}
            </ol>
          </Disclosure>
        )}
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="revision" value={revision} />
          {items.length > 0 && (
            <Button variant="primary" name="intent" value="take">
              {t("import.take", { count: items.length })}
            </Button>
          )}
          <Button name="intent" value="forget">
            {t("import.forget")}
          </Button>
        </Form>
      </div>
    </Panel>
  );
}

function RowFault({ problem: { row, field, code, values } }: { problem: RowProblem }) {
  const { t, i18n } = useTranslation("questionnaires");
  const words = [`problems.of.${field}.${code}`, `import.rows.${code}`, `problems.${code}`];
  const said = words.find((each) => i18n.exists(`questionnaires:${each}`));
  const what = said ? t(said, { ...values }) : code;
  return field === null
    ? t("import.inRow", { row, what })
    : t("import.inCell", { row, column: columnNames[field] ?? field, what });
}

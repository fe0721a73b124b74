import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary, type FieldProblem } from "~/ui/error-summary.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { Select } from "~/ui/select.tsx";
import { IMPORT_FIELDS } from "../../domain/import/fields.ts";
import { columnControl } from "../../domain/import/mapping-form.ts";
import type { ImportSettings, MappingFault } from "../../domain/import/settings.ts";
import type { ReviewedFile } from "../../review-people-import.server.ts";

type Props = {
  file: ReviewedFile;
  faults: readonly MappingFault[];
  /** What was chosen in a form that could not be used. */
  typed: ImportSettings | null;
};

/** Says what each column of a file means. */
export function MappingForm({ file, faults, typed }: Props) {
  const { t } = useTranslation("people");
  const { dateOrder, emptyCells } = typed ?? file.settings;
  const messages = useFaultMessages(faults, typed);
  const asksDates = file.undecidedDate || faults.some(({ code }) => code === "date-order-unknown");
  return (
    <div className="grid grid-cols-1 gap-6">
      {typed ? <ErrorSummary problems={messages} /> : <StillOpen messages={messages} />}
      <Form method="post" noValidate>
        <Panel title={t("review.mapping.title")} lead={t("review.mapping.lead")}>
          <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
            {file.columns.map((column, index) => (
              <ColumnSelect
                key={column.letter}
                column={column}
                index={index}
                field={typed ? (typed.columns[index] ?? null) : column.field}
              />
            ))}
          </div>
          {asksDates && <DateOrder file={file} chosen={dateOrder} />}
          <RadioGroup
            name="emptyCells"
            legend={t("review.mapping.emptyCells")}
            defaultValue={emptyCells}
            choices={[
              {
                value: "clear",
                label: t("review.mapping.clear"),
                hint: t("review.mapping.clearHint"),
              },
              { value: "keep", label: t("review.mapping.keep") },
            ]}
          />
          <div className="flex flex-wrap gap-3">
            <Button
              name="intent"
              value="map"
              variant={messages.length > 0 ? "primary" : "secondary"}
            >
              {t("review.mapping.action")}
            </Button>
            {messages.length > 0 && (
              <Button name="intent" value="discard">
                {t("review.confirm.discard")}
              </Button>
            )}
          </div>
        </Panel>
      </Form>
    </div>
  );
}

/** What the file leaves open, before anybody has been asked. */
function StillOpen({ messages }: { messages: readonly FieldProblem[] }) {
  const { t } = useTranslation("people");
  if (messages.length === 0) return null;
  return (
    <Notice title={t("review.mapping.open", { count: messages.length })}>
      <ul className="grid gap-1">
        {messages.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

type ColumnProps = {
  column: ReviewedFile["columns"][number];
  index: number;
  field: ImportSettings["columns"][number];
};

function ColumnSelect({ column, index, field }: ColumnProps) {
  const { t } = useTranslation("people");
  const { title, letter, samples } = column;
  return (
    <Select
      name={columnControl(index)}
      label={<bdi>{title || t("review.mapping.column", { letter })}</bdi>}
      hint={
        samples.length > 0
          ? t("review.mapping.samples", { samples: samples.join(" · ") })
          : t("review.mapping.noSamples")
      }
      placeholder={t("review.mapping.skip")}
      options={IMPORT_FIELDS.map((value) => ({ value, label: t(`fields.${value}`) }))}
      defaultValue={field ?? ""}
      width="full"
    />
  );
}

type DateOrderProps = { file: ReviewedFile; chosen: ImportSettings["dateOrder"] };

function DateOrder({ file: { undecidedDate }, chosen }: DateOrderProps) {
  const { t } = useTranslation("people");
  return (
    <RadioGroup
      name="dateOrder"
      legend={t("review.mapping.dateOrder")}
      hint={t("review.mapping.dateOrderHint")}
      defaultValue={chosen ?? undefined}
      choices={(["dmy", "mdy"] as const).map((value) => ({
        value,
        label: t(`review.mapping.${value}`),
        hint:
          undecidedDate &&
          t("review.mapping.dateExample", {
            text: undecidedDate.text,
            date: writtenDate(undecidedDate[value]),
          }),
      }))}
    />
  );
}

function useFaultMessages(
  faults: readonly MappingFault[],
  typed: ImportSettings | null,
): FieldProblem[] {
  const { t } = useTranslation("people");
  return faults.map((fault) => {
    const field = "field" in fault ? t(`fields.${fault.field}`) : "";
    const column = "field" in fault ? (typed?.columns.lastIndexOf(fault.field) ?? 0) : 0;
    const control = fault.code === "date-order-unknown" ? "dateOrder" : columnControl(column);
    return { field: control, message: t(`review.faults.${fault.code}`, { field }) };
  });
}

import { useTranslation } from "react-i18next";
import { IMPORT_FIELDS } from "~/features/people/domain/index.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { Select } from "~/ui/select.tsx";
import { type FormFields, useFormFields } from "~/ui/use-form-fields.ts";
import { columnControl, type mappingInput, mappingProblem } from "../domain/mapping-form.ts";
import type { MappingFault } from "../domain/settings.ts";
import type { ReviewedFile } from "../review-people-import.server.ts";

type Props = {
  file: ReviewedFile;
  /** What the file leaves open. */
  faults: readonly MappingFault[];
  /** Why a form could not be used. */
  answer: FormAnswer | undefined;
};

/** Says what each column of a file means. */
export function MappingForm({ file, faults, answer }: Props) {
  const { t } = useTranslation(["people-import", "people"]);
  const say = ({ code, values }: Problem) =>
    t(`review.faults.${code}`, { field: values?.field ? t(`people:fields.${values.field}`) : "" });
  const { dateOrder, emptyCells } = file.settings;
  const columns = file.columns.map(({ field }) => field);
  const form = useFormFields<typeof mappingInput>({
    id: "mapping",
    answer,
    say,
    start: { columns: columns.map((field) => field ?? ""), dateOrder, emptyCells },
  });
  const open = answer ? [] : faults.map((fault) => say(mappingProblem(fault, columns)));
  const unclear = open.length + form.problems.length > 0;
  const wrong = [...faults, ...problemsIn(answer)];
  const asksDates = file.undecidedDate || wrong.some(({ code }) => code === "date-order-unknown");
  return (
    <div className="grid grid-cols-1 gap-6">
      {answer ? <ErrorSummary problems={form.problems} /> : <StillOpen messages={open} />}
      <Form {...form.form}>
        <Panel title={t("review.mapping.title")} lead={t("review.mapping.lead")}>
          <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
            {file.columns.map((column, index) =>
              column.unshown === "reason" ? (
                <UnreadColumn key={column.letter} title={column.title} />
              ) : (
                <ColumnSelect
                  key={column.letter}
                  column={column}
                  control={form.field(columnControl(index))}
                />
              ),
            )}
          </div>
          {asksDates && <DateOrder file={file} control={form.field("dateOrder")} />}
          <RadioGroup
            {...form.field("emptyCells")}
            legend={t("review.mapping.emptyCells")}
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
              variant={unclear && file.questions.length === 0 ? "primary" : "secondary"}
            >
              {t("review.mapping.action")}
            </Button>
            {unclear && (
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
function StillOpen({ messages }: { messages: readonly string[] }) {
  const { t } = useTranslation(["people-import", "people"]);
  if (messages.length === 0) return null;
  return (
    <Notice title={t("review.mapping.open", { count: messages.length })}>
      <ul className="grid gap-1">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

type Control = ReturnType<FormFields<typeof mappingInput>["field"]>;

type ColumnProps = {
  column: ReviewedFile["columns"][number];
  control: Control;
};

/** A column that says why somebody is away. Nobody can have it read. */
function UnreadColumn({ title }: { title: string }) {
  const { t } = useTranslation("people-import");
  return (
    <div>
      <p className="font-medium">
        <bdi>{title}</bdi>
      </p>
      <p className="text-sm text-ink-muted">{t("review.mapping.reason")}</p>
    </div>
  );
}

function ColumnSelect({ column, control }: ColumnProps) {
  const { t } = useTranslation(["people-import", "people"]);
  const { title, letter, samples, unshown } = column;
  const empty = unshown ? t("review.mapping.unshown") : t("review.mapping.noSamples");
  return (
    <Select
      {...control}
      label={<bdi>{title || t("review.mapping.column", { letter })}</bdi>}
      hint={
        samples.length > 0 ? t("review.mapping.samples", { samples: samples.join(" · ") }) : empty
      }
      placeholder={t("review.mapping.skip")}
      options={IMPORT_FIELDS.map((value) => ({ value, label: t(`people:fields.${value}`) }))}
      width="full"
    />
  );
}

type DateOrderProps = { file: ReviewedFile; control: Control };

function DateOrder({ file: { undecidedDate }, control }: DateOrderProps) {
  const { t } = useTranslation(["people-import", "people"]);
  return (
    <RadioGroup
      {...control}
      legend={t("review.mapping.dateOrder")}
      hint={t("review.mapping.dateOrderHint")}
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

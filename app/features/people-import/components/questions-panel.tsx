import { useTranslation } from "react-i18next";
import { listed } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import type { Question } from "../domain/questions.ts";

type Props = { questions: readonly Question[]; columnTitles: readonly string[] };

const SHOWN_ROWS = 12;

/** What a file leaves open, to be answered before its import can be confirmed. */
export function QuestionsPanel({ questions, columnTitles }: Props) {
  const { t } = useTranslation(["people-import", "people"]);
  if (questions.length === 0) return null;
  return (
    <Panel title={t("review.questions.title", { count: questions.length })}>
      <Form method="post" className="grid grid-cols-1 gap-6">
        <QuestionFields questions={questions} columnTitles={columnTitles} />
        <Button variant="primary" name="intent" value="answer" className="w-fit">
          {t("review.questions.action")}
        </Button>
      </Form>
    </Panel>
  );
}

/** The questions alone, for a form of another file. */
export function QuestionFields({ questions, columnTitles }: Props) {
  return questions.map((question) => (
    <Asked key={question.code} question={question} columnTitles={columnTitles} />
  ));
}

function Asked({ question, columnTitles }: Omit<Props, "questions"> & { question: Question }) {
  const { t } = useTranslation(["people-import", "people"]);
  switch (question.code) {
    case "encoding":
      return (
        <RadioGroup
          name="encoding"
          legend={t("review.questions.encoding")}
          hint={t("review.questions.encodingHint")}
          choices={question.readings.map(({ encoding, words }) => ({
            value: encoding,
            label: <bdi>{words.join(" · ")}</bdi>,
            hint: t(`review.reading.encodings.${encoding}`, encoding),
          }))}
        />
      );
    case "sheet":
      return (
        <RadioGroup
          name="sheet"
          legend={t("review.questions.sheet")}
          hint={t("review.questions.sheetHint")}
          choices={question.sheets.map(({ name, hidden }) => ({
            value: name,
            label: <bdi>{name}</bdi>,
            hint: hidden ? t("review.questions.sheetHidden") : undefined,
          }))}
        />
      );
    case "hidden-rows": {
      const { rows } = question;
      const shown = listed(rows.slice(0, SHOWN_ROWS).map(String));
      return (
        <RadioGroup
          name="hiddenRows"
          legend={t("review.questions.hiddenRows", {
            count: rows.length,
            rows: rows.length > SHOWN_ROWS ? `${shown} …` : shown,
          })}
          choices={[
            { value: "without", label: t("review.questions.withoutHidden") },
            { value: "with", label: t("review.questions.withHidden") },
          ]}
        />
      );
    }
    case "lists":
      return (
        <RadioGroup
          name="lists"
          legend={t("review.questions.lists")}
          choices={(["absences", "people"] as const).map((value) => ({
            value,
            label: t(`review.questions.listsChoices.${value}`),
            hint: t(`review.questions.listed.${value}`),
          }))}
        />
      );
    case "ignored-columns": {
      const titles = question.columns.map((column) => columnTitles[column] ?? "");
      const count = titles.length;
      return (
        <div className="grid grid-cols-1 gap-2">
          <p>{t("review.questions.ignoreColumns", { count, columns: listed(titles) })}</p>
          <Checkbox
            name="ignoreColumns"
            label={t("review.questions.ignoreColumnsTick", { count })}
            hint={t("review.questions.ignoreColumnsHint")}
          />
          <Link href="?tab=columns">{t("review.questions.mapColumns")}</Link>
        </div>
      );
    }
  }
}

import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { Select, type SelectGroup, type SelectOption } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import { purposes } from "../domain/purpose.ts";
import type { recordInput } from "../ledger/record-evidence.server.ts";
import type { RecordPage } from "../levels/record-page.server.ts";

/** Which competency is meant, by an address of its own, and then the level with what it rests on. */
export function RecordForm({ page, answer }: { page: RecordPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation("competencies");
  const { framework, competencies, chosen } = page;
  const groups = Map.groupBy(competencies, ({ group }) => group);
  const options = [...groups].flatMap(([group, own]): (SelectOption | SelectGroup)[] => {
    const choices = own.map(({ id, name }) => ({ value: id, label: name }));
    return group === null ? choices : [{ label: group, options: choices }];
  });
  return (
    <div className="grid max-w-form gap-8">
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="framework" value={framework.framework} />
        <Select
          name="competency"
          label={t("record.competency")}
          options={options}
          placeholder={t("record.choose")}
          defaultValue={chosen?.id ?? ""}
        />
        <Button>{t("record.show")}</Button>
      </Form>
      {chosen && <LevelForm page={page} chosen={chosen} answer={answer} />}
    </div>
  );
}

function LevelForm({
  page: { person, sources, framework },
  chosen,
  answer,
}: {
  page: RecordPage;
  chosen: NonNullable<RecordPage["chosen"]>;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation("competencies");
  const form = useFormFields<typeof recordInput>({
    id: "record",
    answer,
    start: {
      source: sources[0],
      purposes: person.isOwn ? ["development"] : ["development", "staffing"],
    },
    say: ({ code, field, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  return (
    <Form {...form.form} className="grid gap-6">
      <ErrorSummary problems={form.problems} />
      <input type="hidden" name="framework" value={framework.framework} />
      <input type="hidden" name="version" value={framework.version} />
      <input type="hidden" name="competency" value={chosen.id} />
      {chosen.description !== "" && (
        <p dir="auto" className="text-ink-muted whitespace-pre-line wrap-anywhere">
          {chosen.description}
        </p>
      )}
      <RadioGroup
        {...form.field("level")}
        legend={t(person.isOwn ? "record.ownLevel" : "record.level")}
        hint={t("record.levelHint")}
        choices={chosen.levels.map(({ level, name, anchor }) => ({
          value: String(level),
          label: t("record.levelChoice", { level, name }),
          ...(anchor === null ? {} : { hint: anchor }),
        }))}
      />
      {sources.length > 1 ? (
        <RadioGroup
          {...form.field("source")}
          legend={t("record.source")}
          choices={sources.map((source) => ({
            value: source,
            label: t(`source.${source}`),
            hint: t(`sourceHint.${source}`),
          }))}
        />
      ) : (
        <input type="hidden" name="source" value={sources[0]} />
      )}
      <TextArea
        {...form.field("words")}
        rows={4}
        label={t(person.isOwn ? "record.ownWords" : "record.words")}
        hint={t("record.wordsHint")}
        optional={person.isOwn}
      />
      {!person.isOwn && <ShownByPaper form={form} />}
      <CheckboxGroup
        {...form.boxes("purposes")}
        legend={t("record.purposes")}
        hint={t(person.isOwn ? "record.ownPurposesHint" : "record.purposesHint")}
        choices={purposes.map((purpose) => ({
          value: purpose,
          label: t(`purpose.${purpose}`),
          hint: t(`purposeHint.${purpose}`),
        }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary">{t("record.save")}</Button>
        <ButtonLink href={`/levels/${person.id}`}>{t("record.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}

/** What a certificate or a test has beside a level. */
function ShownByPaper({ form }: { form: ReturnType<typeof useFormFields<typeof recordInput>> }) {
  const { t } = useTranslation("competencies");
  return (
    <>
      <TextField
        {...form.field("title")}
        label={t("record.name")}
        hint={t("record.nameHint")}
        optional
        autoComplete="off"
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          {...form.field("saidOn")}
          type="date"
          label={t("record.saidOn")}
          hint={t("record.saidOnHint")}
          optional
        />
        <TextField
          {...form.field("months")}
          inputMode="numeric"
          label={t("record.months")}
          hint={t("record.monthsHint")}
          optional
        />
      </div>
      <TextField
        {...form.field("expiresOn")}
        type="date"
        label={t("record.expiresOn")}
        hint={t("record.expiresOnHint")}
        optional
      />
    </>
  );
}

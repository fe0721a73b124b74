import { useTranslation } from "react-i18next";
import { useNavigation } from "react-router";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { CheckboxGroup } from "~/ui/checkbox-group.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FieldSet } from "~/ui/field-set.tsx";
import { Form } from "~/ui/form.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type FormFields, useFormFields } from "~/ui/use-form-fields.ts";
import { observers } from "../domain/observers.ts";
import type { CompetencyFormPage } from "../own/competency-form-page.server.ts";
import type { ownCompetencyInput } from "../own/save-own-competency.server.ts";

type Fields = FormFields<typeof ownCompetencyInput>;
type Props = { page: CompetencyFormPage; answer: FormAnswer | undefined; back: string };

/** What a competency is, what one sees on each level, and where it comes from. */
export function CompetencyForm({ page, answer, back }: Props) {
  const { t } = useTranslation("frameworks");
  const sending = useNavigation().state === "submitting";
  const form = useFormFields<typeof ownCompetencyInput>({
    id: "competency",
    answer,
    start: page.start,
    say: ({ code, values }) => t(`own.problems.${code}`, { ...values }),
  });
  return (
    <>
      <Form {...form.form} className="grid max-w-reading gap-6">
        <ErrorSummary problems={form.problems} />
        <input type="hidden" name="revision" value={page.revision} />
        <TextField {...form.field("name")} label={t("own.competency.name")} autoComplete="off" />
        <TextArea {...form.field("description")} rows={3} label={t("own.about.description")} />
        <Places page={page} form={form} />
        <Anchors levels={page.levels} form={form} />
        <Disclosure summary={t("own.competency.more")}>
          <div className="grid gap-5">
            <TextArea
              {...form.field("tags")}
              rows={3}
              label={t("own.tags")}
              hint={t("own.lines")}
            />
            <TextArea
              {...form.field("otherNames")}
              rows={3}
              label={t("own.competency.otherNames")}
              hint={t("own.lines")}
            />
            <TextField {...form.field("sourceUri")} label={t("own.about.source")} />
          </div>
        </Disclosure>
        {page.before.length > 0 && <Origin before={page.before} form={form} />}
        <SaveBar draft={form.draft}>
          <Button variant="primary" name="intent" value="save" busy={sending}>
            {t("own.save")}
          </Button>
          <ButtonLink href={back}>{t("own.cancel")}</ButtonLink>
        </SaveBar>
      </Form>
      {page.name !== null && (
        <div className="mt-10">
          <Disclosure summary={t("own.competency.remove")}>
            <Form method="post" className="grid max-w-reading justify-items-start gap-3">
              <p className="text-ink-muted">{t("own.competency.removeBody")}</p>
              <input type="hidden" name="revision" value={page.revision} />
              <Button variant="caution" name="intent" value="remove">
                {t("own.competency.removeAction", { name: page.name })}
              </Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </>
  );
}

function Places({ page, form }: { page: CompetencyFormPage; form: Fields }) {
  const { t } = useTranslation("frameworks");
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      <Select
        {...form.field("group")}
        label={t("own.competency.group")}
        options={[
          { value: "", label: t("own.competency.noGroup") },
          ...page.groups.map(({ id, name, depth }) => ({
            value: id,
            label: `${"– ".repeat(depth)}${name}`,
          })),
        ]}
      />
      <Select
        {...form.field("hat")}
        label={t("own.competency.hat")}
        options={[
          { value: "", label: t("own.competency.noHat") },
          ...page.hats.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
    </div>
  );
}

function Anchors({ levels, form }: { levels: readonly string[]; form: Fields }) {
  const { t } = useTranslation("frameworks");
  return (
    <FieldSet
      id="anchors"
      legend={t("own.competency.anchors")}
      legendSize="large"
      hint={t("own.competency.anchorsHint")}
    >
      {levels.map((name, at) => {
        const level = at + 1;
        const { error: _, ...who } = form.boxes(`anchors.${level}.observableBy`);
        return (
          <div key={level} className="grid gap-2">
            <TextArea
              {...form.field(`anchors.${level}.text`)}
              rows={2}
              label={t("own.levelCalled", { level, name })}
            />
            <Disclosure summary={t("own.competency.observers", { name })}>
              <CheckboxGroup
                {...who}
                legend={t("own.competency.observersOf", { name })}
                choices={observers.map((value) => ({ value, label: t(`own.observers.${value}`) }))}
              />
            </Disclosure>
          </div>
        );
      })}
    </FieldSet>
  );
}

function Origin({ before, form }: { before: CompetencyFormPage["before"]; form: Fields }) {
  const { t } = useTranslation("frameworks");
  const { error: _, ...from } = form.boxes("from");
  return (
    <Disclosure summary={t("own.competency.origin")}>
      <div className="grid gap-4">
        <p className="text-ink-muted">{t("own.competency.originHint")}</p>
        <Checkbox {...form.box("reworded")} label={t("own.competency.reworded")} />
        <CheckboxGroup
          {...from}
          legend={t("own.competency.from")}
          choices={before.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </Disclosure>
  );
}

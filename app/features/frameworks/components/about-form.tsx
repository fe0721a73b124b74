import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import type { aboutDraftInput } from "../own/save-about-draft.server.ts";

type Props = { form: FormFields<typeof aboutDraftInput>; revision: number };

/** What a framework is about, and how its levels are called. */
export function AboutForm({ form, revision }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <Disclosure
      summary={t("own.about.title")}
      open={form.problems.some(({ field }) => field !== undefined)}
      framed
    >
      <Form {...form.form} className="grid max-w-form gap-5">
        <input type="hidden" name="revision" value={revision} />
        <TextField {...form.field("name")} label={t("own.name")} autoComplete="off" />
        <TextArea {...form.field("description")} rows={4} label={t("own.about.description")} />
        <TextArea
          {...form.field("levels")}
          rows={6}
          label={t("own.about.levels")}
          hint={t("own.about.levelsHint")}
        />
        <TextField {...form.field("sourceUri")} label={t("own.about.source")} autoComplete="off" />
        <TextField {...form.field("licence")} label={t("own.about.licence")} autoComplete="off" />
        <Button variant="primary" name="intent" value="about" className="w-fit">
          {t("own.save")}
        </Button>
      </Form>
    </Disclosure>
  );
}

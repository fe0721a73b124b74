import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/checkbox.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Panel } from "~/ui/panel.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { ErasePage } from "../../erase/erase-page.server.ts";
import type { erasePersonInput } from "../../erase/erase-person.server.ts";
import { CountedLines, Hindrances } from "../step-words.tsx";

type Props = {
  page: Extract<ErasePage, { erased: false }>;
  answer: FormAnswer | undefined;
  cancelHref: string;
};

/** What erasing somebody does, and the name that has to be typed for it. */
export function EraseForm({ page, answer, cancelHref }: Props) {
  const { t } = useTranslation("people-erase");
  const { name, active, seen, hindrances, counts } = page;
  const form = useFormFields<typeof erasePersonInput>({
    id: "erase",
    answer,
    say: ({ field = "", code }) => t([`problems.${field}.${code}`, `problems.${code}`]),
  });
  return (
    <div className="grid gap-6">
      <ErrorSummary problems={form.problems} />
      {hindrances.length > 0 && <Hindrances title={t("hindered.title")} hindrances={hindrances} />}
      <Panel title={t("what.title")}>
        <ul className="grid list-disc gap-1 ps-5">
          <li>{t("what.record")}</li>
          <li>{t("what.own")}</li>
          <CountedLines counts={counts} />
          <li>{t("what.stays")}</li>
          <li>{t("what.words")}</li>
          <li>{t("what.again")}</li>
        </ul>
      </Panel>
      {hindrances.length === 0 && (
        <Form {...form.form} className="grid gap-6">
          <input type="hidden" name="seen" value={seen} />
          {active && <Checkbox {...form.box("asked")} label={t("asked")} />}
          <TextField
            {...form.field("name")}
            label={t("name")}
            hint={t("nameHint", { name })}
            autoComplete="off"
          />
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" wide>
              {t("action")}
            </Button>
            <ButtonLink href={cancelHref} wide>
              {t("cancel")}
            </ButtonLink>
          </div>
        </Form>
      )}
    </div>
  );
}

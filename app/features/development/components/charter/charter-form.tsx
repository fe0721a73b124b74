import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { SaveBar } from "~/ui/save-bar.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { useFormFields } from "~/ui/use-form-fields.ts";
import type { CharterFormPage } from "../../charter/charter-pages.server.ts";
import { type charterInput, MOST_DUTIES, partners } from "../../domain/charter/charter.ts";
import { draftOf } from "../draft-of.ts";

type Props = { page: CharterFormPage; answer: FormAnswer | undefined };

/** One's duties, one a line under each hat, and with whom they are agreed. */
export function CharterForm({ page, answer }: Props) {
  const { t } = useTranslation("charters");
  const form = useFormFields<typeof charterInput>({
    id: "charter",
    answer,
    start: page.start,
    draft: { name: `charter ${page.version}`, ...draftOf(page.revision) },
    say: ({ field, code, values }) =>
      t([`problems.${field}.${code}`, `problems.${code}`], { ...values }),
  });
  return (
    <Form {...form.form} className="grid max-w-form gap-6">
      <ErrorSummary problems={form.problems} />
      {page.returnedWhy && (
        <Notice title={t("form.returned")}>
          <span dir="auto" className="whitespace-pre-line wrap-anywhere">
            {page.returnedWhy}
          </span>
        </Notice>
      )}
      {page.revision !== null && <input type="hidden" name="revision" value={page.revision} />}
      <TextArea
        {...form.field("managing")}
        rows={7}
        optional
        label={t("form.managing")}
        hint={t("form.managingHint", { most: MOST_DUTIES })}
      />
      <TextArea
        {...form.field("leading")}
        rows={7}
        optional
        label={t("form.leading")}
        hint={t("form.leadingHint")}
      />
      <RadioGroup
        {...form.field("partner")}
        legend={t("form.partner")}
        choices={partners
          .filter((partner) => partner === "hr" || page.manager !== null)
          .map((value) => ({
            value,
            label:
              value === "manager"
                ? t("form.withManager", { name: page.manager })
                : t("form.withHr"),
            hint: t(`form.partnerHint.${value}`),
          }))}
      />
      <SaveBar draft={form.draft}>
        <Button variant="primary">{t("form.save")}</Button>
        <ButtonLink href="/charter">{t("form.cancel")}</ButtonLink>
      </SaveBar>
    </Form>
  );
}

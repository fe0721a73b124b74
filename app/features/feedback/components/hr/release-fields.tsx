import { useTranslation } from "react-i18next";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import { releaseModes, type timelineInput } from "../../domain/timeline.ts";

type Props = { form: FormFields<typeof timelineInput> };

/** Who lets the reports go, when, and whether HR keeps them. */
export function ReleaseFields({ form }: Props) {
  const { t } = useTranslation("cycle-setup");
  return (
    <div className="grid gap-6">
      <RadioGroup
        {...form.field("releaseMode")}
        legend={t("release.legend")}
        choices={releaseModes.map((value) => ({
          value,
          label: t(`release.${value}.label`),
          hint: t(`release.${value}.hint`),
        }))}
      />
      <TextField
        {...form.field("releaseOn")}
        type="date"
        width="medium"
        label={t("release.on")}
        hint={t("release.onHint")}
        optional
      />
      <RadioGroup
        {...form.field("hrKeepsReports")}
        legend={t("keeps.legend")}
        hint={t("keeps.hint")}
        choices={(["no", "yes"] as const).map((value) => ({
          value,
          label: t(`keeps.${value}.label`),
          hint: t(`keeps.${value}.hint`),
        }))}
      />
    </div>
  );
}

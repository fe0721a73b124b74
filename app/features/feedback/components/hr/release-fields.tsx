import { useTranslation } from "react-i18next";
import { RadioGroup } from "~/ui/radio-group.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { releaseModes } from "../../domain/timeline.ts";
import type { TypedDates } from "./timeline-fields.ts";

type Props = { typed: TypedDates; errorOf: (field: string) => string | undefined };

/** Who lets the reports go, when, and whether HR keeps them. */
export function ReleaseFields({ typed, errorOf }: Props) {
  const { t } = useTranslation("cycle-setup");
  return (
    <div className="grid gap-6">
      <RadioGroup
        name="releaseMode"
        legend={t("release.legend")}
        defaultValue={typed.releaseMode}
        choices={releaseModes.map((value) => ({
          value,
          label: t(`release.${value}.label`),
          hint: t(`release.${value}.hint`),
        }))}
      />
      <TextField
        name="releaseOn"
        type="date"
        width="medium"
        label={t("release.on")}
        hint={t("release.onHint")}
        error={errorOf("releaseOn")}
        defaultValue={typed.releaseOn}
        optional
      />
      <RadioGroup
        name="hrKeepsReports"
        legend={t("keeps.legend")}
        hint={t("keeps.hint")}
        defaultValue={typed.hrKeepsReports}
        choices={(["no", "yes"] as const).map((value) => ({
          value,
          label: t(`keeps.${value}.label`),
          hint: t(`keeps.${value}.hint`),
        }))}
      />
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/checkbox.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import { type CycleKind, needsOthers } from "../../domain/cycle-kind.ts";
import type { timelineInput } from "../../domain/timeline.ts";

type Props = {
  kind: CycleKind;
  form: FormFields<typeof timelineInput>;
  zone: string;
};

/** When a cycle's steps are due, in the order in which they come. */
export function TimelineFields({ kind, form, zone }: Props) {
  const { t } = useTranslation("cycle-setup");
  const { t: inCycles } = useTranslation("feedback-hr");
  const day = (field: "nominateBy" | "opensOn" | "closesOn") => ({
    ...form.field(field),
    type: "date",
    width: "medium" as const,
  });
  return (
    <div className="grid gap-6">
      {needsOthers(kind) && (
        <TextField
          {...day("nominateBy")}
          label={t("dates.nominateBy")}
          hint={t("dates.nominateHint")}
          optional
        />
      )}
      <TextField
        {...day("opensOn")}
        label={t("dates.opensOn")}
        hint={t("dates.opensHint")}
        optional
      />
      <TextField
        {...day("closesOn")}
        label={inCycles("setup.dates.closesOn")}
        hint={t("dates.closesHint", { zone })}
      />
      <Checkbox
        {...form.box("closesItself")}
        label={t("dates.closesItself")}
        hint={t("dates.closesItselfHint")}
      />
      <TextField
        {...form.field("reminderDays")}
        label={t("dates.reminderDays")}
        hint={t("dates.reminderHint")}
        width="medium"
        autoComplete="off"
      />
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/checkbox.tsx";
import { TextField } from "~/ui/text-field.tsx";
import { type CycleKind, needsOthers } from "../../domain/cycle-kind.ts";
import type { TypedDates } from "./timeline-fields.ts";

type Props = {
  kind: CycleKind;
  typed: TypedDates;
  errorOf: (field: string) => string | undefined;
  zone: string;
};

/** When a cycle's steps are due, in the order in which they come. */
export function TimelineFields({ kind, typed, errorOf, zone }: Props) {
  const { t } = useTranslation("cycle-setup");
  const { t: inCycles } = useTranslation("feedback-hr");
  const day = (field: "nominateBy" | "opensOn" | "closesOn") => ({
    name: field,
    type: "date",
    width: "medium" as const,
    error: errorOf(field),
    defaultValue: typed[field],
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
        name="closesItself"
        value="yes"
        label={t("dates.closesItself")}
        hint={t("dates.closesItselfHint")}
        defaultChecked={typed.closesItself === "yes"}
      />
      <TextField
        name="reminderDays"
        label={t("dates.reminderDays")}
        hint={t("dates.reminderHint")}
        width="medium"
        autoComplete="off"
        error={errorOf("reminderDays")}
        defaultValue={typed.reminderDays}
      />
    </div>
  );
}

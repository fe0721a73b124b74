import { useTranslation } from "react-i18next";
import { FieldSet } from "~/ui/field-set.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { FormFields } from "~/ui/use-form-fields.ts";
import type { scaleInput } from "../../editing/scale-form.ts";
import { NAME_PLACEHOLDER } from "./name-placeholder.ts";

type Form = Pick<FormFields<typeof scaleInput>, "field">;

type Props = {
  form: Form;
  /** The values of its points. */
  points: readonly number[];
  about: "person" | "nobody";
};

/** What stands above all items of a scale, and each of its points in words. */
export function ScaleFields({ form, points, about }: Props) {
  const { t } = useTranslation("questionnaires");
  return (
    <>
      <TextField
        {...form.field("self")}
        label={t(about === "person" ? "scale.self" : "scale.stem")}
        hint={t("scale.selfHint")}
        width="full"
      />
      {about === "person" && (
        <TextField
          {...form.field("other")}
          optional
          label={t("scale.other")}
          hint={t("nameHint", { placeholder: NAME_PLACEHOLDER })}
          width="full"
        />
      )}
      <FieldSet
        id="points"
        legend={t("scale.points")}
        legendSize="large"
        hint={t("scale.pointsHint")}
      >
        <ol className="grid grid-cols-1 gap-4">
          {points.map((value, at) => (
            <li
              key={value}
              className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
            >
              <TextField
                {...form.field(`points[${at}].label`)}
                label={t("scale.point", { value })}
                width="full"
              />
              <TextField
                {...form.field(`points[${at}].short`)}
                optional
                label={t("scale.short", { value })}
                width="full"
              />
            </li>
          ))}
        </ol>
      </FieldSet>
    </>
  );
}

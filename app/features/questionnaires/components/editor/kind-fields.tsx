import { useTranslation } from "react-i18next";
import { Checkbox } from "~/ui/checkbox.tsx";
import { Select } from "~/ui/select.tsx";
import { TextArea } from "~/ui/text-area.tsx";
import { TextField } from "~/ui/text-field.tsx";
import type { ItemPage } from "../../editing/item-page.server.ts";
import { type EditedField, ON } from "../../item/item-editing.ts";
import type { ItemFields } from "./item-fields.ts";

type Props = { page: ItemPage; form: ItemFields };

/** What an editor asks for of this kind alone, field by field as the kind says. */
export function KindFields({ page, form }: Props) {
  const boxes = page.fields.filter(({ control }) => control === "box");
  const others = page.fields.filter(({ control }) => control !== "box");
  return (
    <>
      {others.map((field) => (
        <KindField key={field.name} field={field} page={page} form={form} />
      ))}
      {boxes.length > 0 && (
        <div className="grid gap-3">
          {boxes.map(({ name }) => (
            <Box key={name} name={name} form={form} />
          ))}
        </div>
      )}
    </>
  );
}

function Box({ name, form }: { name: string; form: ItemFields }) {
  const { t } = useTranslation("questionnaires");
  return (
    <Checkbox
      {...form.box(name)}
      value={ON}
      label={t(`fields.${name}.label`)}
      {...hinted(t(`fields.${name}.hint`, { defaultValue: "" }))}
    />
  );
}

function KindField({ field, page, form }: Props & { field: EditedField }) {
  const { t } = useTranslation("questionnaires");
  const { name, control } = field;
  const words = { ...form.field(name), label: t(`fields.${name}.label`) };
  const hint = hinted(t(`fields.${name}.hint`, { defaultValue: "" }));
  switch (control) {
    case "scale":
      return (
        <Select
          {...words}
          {...hint}
          options={page.scales.map(({ key, stem }) => ({ value: key, label: stem }))}
          {...(page.scales.length === 0 ? { placeholder: t("scale.none") } : {})}
        />
      );
    case "lines":
      return <TextArea {...words} {...hint} rows={5} />;
    case "whole":
      return (
        <TextField {...words} {...hint} type="number" inputMode="numeric" step={1} width="short" />
      );
    case "day":
      return <TextField {...words} {...hint} optional type="date" width="medium" />;
    default:
      return <TextField {...words} {...hint} optional width="full" />;
  }
}

/** Only where there is something to say. */
function hinted(hint: string): { hint?: string } {
  return hint === "" ? {} : { hint };
}

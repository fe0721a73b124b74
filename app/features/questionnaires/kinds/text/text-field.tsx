import { TextArea } from "~/ui/text-area.tsx";
import { TextField as Line } from "~/ui/text-field.tsx";
import type { FieldProps } from "../../item/field-props.ts";
import type { TextView } from "./text.ts";

/** One's own words, in one line or several. */
export function TextField({ item, value, problem }: FieldProps<TextView>) {
  const shared = {
    name: item.fields[""] ?? "",
    label: item.text,
    hint: item.hint,
    optional: !item.owed,
    maxLength: item.longest,
    dir: "auto",
    defaultValue: value(""),
    error: problem,
  };
  return item.long ? <TextArea {...shared} rows={4} /> : <Line {...shared} width="full" />;
}

import { TextField } from "~/ui/text-field.tsx";
import { CantSay } from "../../item/cant-say.tsx";
import type { FieldProps } from "../../item/field-props.ts";
import type { DateView } from "./date.ts";

/** The browser's own field for a day. */
export function DateField(props: FieldProps<DateView>) {
  const { item, value, problem } = props;
  return (
    <>
      <TextField
        name={item.fields[""] ?? ""}
        type="date"
        min={item.earliest ?? undefined}
        max={item.latest ?? undefined}
        label={item.text}
        optional={!item.owed}
        defaultValue={value("")}
        error={problem}
        width="medium"
      />
      <CantSay {...props} />
    </>
  );
}

import type { ComponentPropsWithRef } from "react";
import { type ControlWidth, controlLook, controlWidths } from "./control-look.ts";
import { cx } from "./cx.ts";
import { Field, type FieldText } from "./field.tsx";

export interface TextAreaProps extends FieldText, Omit<ComponentPropsWithRef<"textarea">, "name"> {
  name: string;
  width?: ControlWidth;
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  was,
  name,
  id = name,
  rows = 4,
  width = "full",
  className,
  ...textarea
}: TextAreaProps) {
  return (
    <Field {...{ id, label, hint, error, optional, was, className }}>
      {(wiring) => (
        <textarea
          name={name}
          rows={rows}
          dir="auto"
          className={cx(
            controlLook,
            "field-sizing-content min-h-24 max-w-reading px-3 py-2 leading-relaxed read-only:bg-sunken",
            controlWidths[width],
          )}
          {...textarea}
          {...wiring}
        />
      )}
    </Field>
  );
}

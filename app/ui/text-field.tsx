import type { ComponentPropsWithRef } from "react";
import { writtenDate } from "~/platform/i18n/format.ts";
import { type ControlWidth, controlLook, controlWidths } from "./control-look.ts";
import { cx } from "./cx.ts";
import { Field, type FieldText } from "./field.tsx";

export interface TextFieldProps
  extends FieldText,
    Omit<ComponentPropsWithRef<"input">, "name" | "width"> {
  name: string;
  width?: ControlWidth;
}

/** One line of text, a number, a date, an e-mail address or a password. The id is the name unless given. */
export function TextField({
  label,
  hint,
  error,
  optional,
  was,
  name,
  id = name,
  width = "long",
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field
      {...{ id, label, hint, error, optional, className }}
      was={was && input.type === "date" ? writtenDate(was) : was}
    >
      {(wiring) => (
        <input
          name={name}
          dir={input.type === "email" || input.type === "url" ? "ltr" : "auto"}
          className={cx(
            controlLook,
            "min-h-control px-3 py-1.5 read-only:bg-sunken",
            controlWidths[width],
          )}
          {...input}
          {...wiring}
        />
      )}
    </Field>
  );
}

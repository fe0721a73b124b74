import type { ComponentPropsWithRef } from "react";
import { controlLook } from "./control-look.ts";
import { cx } from "./cx.ts";
import { Field, type FieldText } from "./field.tsx";

export interface FileFieldProps
  extends FieldText,
    Omit<ComponentPropsWithRef<"input">, "name" | "type"> {
  name: string;
}

/** Chooses a file; dropping one on the box works too. The form needs `encType="multipart/form-data"`. */
export function FileField({
  label,
  hint,
  error,
  optional,
  name,
  id = name,
  className,
  ...input
}: FileFieldProps) {
  return (
    <Field {...{ id, label, hint, error, optional, className }}>
      {(wiring) => (
        <input
          type="file"
          name={name}
          className={cx(
            controlLook,
            "max-w-form cursor-pointer border-dashed px-3 py-4 text-ink-muted",
            "file:me-3 file:min-h-9 file:cursor-pointer file:rounded-medium file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:font-medium file:text-ink hover:file:bg-sunken",
          )}
          {...input}
          {...wiring}
        />
      )}
    </Field>
  );
}

import type { ComponentPropsWithRef } from "react";
import { type ControlWidth, controlLook, controlWidths } from "./control-look.ts";
import { cx } from "./cx.ts";
import { Field, type FieldText } from "./field.tsx";
import { ChevronDownIcon } from "./icons.tsx";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectGroup {
  label: string;
  options: readonly SelectOption[];
}

export interface SelectProps
  extends FieldText,
    Omit<ComponentPropsWithRef<"select">, "name" | "multiple" | "children"> {
  name: string;
  options: readonly (SelectOption | SelectGroup)[];
  /** A first, empty choice, such as "Choose a department". */
  placeholder?: string;
  width?: ControlWidth;
}

function Option({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}

function labelOf(options: SelectProps["options"], value: string): string | undefined {
  const all = options.flatMap((entry) => ("options" in entry ? entry.options : [entry]));
  return all.find((option) => option.value === value)?.label;
}

/** The browser's own list of choices: works before JavaScript and opens the phone's picker. */
export function Select({
  label,
  hint,
  error,
  optional,
  was,
  name,
  id = name,
  options,
  placeholder,
  width = "long",
  className,
  ...select
}: SelectProps) {
  return (
    <Field
      {...{ id, label, hint, error, optional, className }}
      was={typeof was === "string" ? (labelOf(options, was) ?? (was === "" ? "" : null)) : was}
    >
      {(wiring) => (
        <span className={cx("relative block", controlWidths[width])}>
          <select
            name={name}
            className={cx(controlLook, "min-h-control appearance-none py-1.5 ps-3 pe-10")}
            {...select}
            {...wiring}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((entry) =>
              "options" in entry ? (
                <optgroup key={entry.label} label={entry.label}>
                  {entry.options.map((option) => (
                    <Option key={option.value} {...option} />
                  ))}
                </optgroup>
              ) : (
                <Option key={entry.value} {...entry} />
              ),
            )}
          </select>
          <ChevronDownIcon className="pointer-events-none absolute inset-e-3 top-1/2 -translate-y-1/2 text-ink-muted" />
        </span>
      )}
    </Field>
  );
}

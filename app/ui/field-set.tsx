import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { describedBy, FieldError, FieldHint, OptionalMark } from "./field.tsx";
import { changedLook, type Was, WasNote } from "./was.tsx";

const legendSizes = {
  regular: "font-medium leading-snug",
  large: "font-serif text-xl font-semibold tracking-tight",
};

export interface FieldSetText {
  legend: ReactNode;
  legendSize?: keyof typeof legendSizes;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  /** What it held, while it is changed and not saved. */
  was?: Was;
}

export interface FieldSetProps extends FieldSetText {
  id: string;
  className?: string;
  children: ReactNode;
}

/** Several controls under one question. */
export function FieldSet(props: FieldSetProps) {
  const { id, legend, legendSize = "regular", legendHidden, hint, error, optional, was } = props;
  return (
    <fieldset
      aria-describedby={describedBy(id, { label: legend, hint, error })}
      className={cx("flex flex-col gap-2", was !== undefined && changedLook, props.className)}
    >
      <legend
        className={cx(
          legendSize === "large" && !hint ? "mb-3" : "mb-1",
          legendSizes[legendSize],
          legendHidden && "sr-only",
        )}
      >
        {legend}
        {optional && <OptionalMark />}
      </legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      <WasNote was={was} />
      {props.children}
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}

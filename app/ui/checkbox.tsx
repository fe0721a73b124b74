import type { ComponentPropsWithRef, ReactNode } from "react";
import { cx } from "./cx.ts";
import { describedBy, FieldError } from "./field.tsx";
import { changedLook } from "./was.tsx";

export interface CheckboxProps extends Omit<ComponentPropsWithRef<"input">, "type" | "name"> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Something else than now, while it is changed and not saved. */
  was?: string | undefined;
}

/** The browser's own box with its words beside it. A box left empty sends nothing, as in HTML. */
export function Checkbox({
  name,
  label,
  hint,
  error,
  was,
  id = name,
  className,
  ...input
}: CheckboxProps) {
  return (
    <div className={cx("flex flex-col gap-1", was !== undefined && changedLook, className)}>
      <div className="flex items-start gap-2.5 pointer-coarse:-my-1">
        <input
          type="checkbox"
          id={id}
          name={name}
          className="mt-0.5 size-5 shrink-0 rounded-small accent-accent-fill pointer-coarse:mt-3"
          aria-describedby={describedBy(id, { label, hint, error })}
          aria-invalid={error ? true : undefined}
          {...input}
        />
        <label htmlFor={id} className="min-w-0 flex-1 wrap-anywhere pointer-coarse:py-2.5">
          {label}
          {hint && (
            <span id={`${id}-hint`} className="block text-sm text-ink-muted">
              {hint}
            </span>
          )}
        </label>
      </div>
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

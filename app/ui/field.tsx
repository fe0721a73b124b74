import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx.ts";
import { AlertIcon } from "./icons.tsx";
import { changedLook, type Was, WasNote } from "./was.tsx";

/** What every field shares: words around a control. Texts arrive translated. */
export interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Says "(optional)" after the label; without it a field is taken as needed. */
  optional?: boolean;
  /** What it held, while it is changed and not saved. */
  was?: Was;
}

/** Attributes that tie a control to its words. */
export interface ControlWiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldProps extends FieldText {
  id: string;
  className?: string;
  children: (control: ControlWiring) => ReactNode;
}

/** Ids of hint and error, in the order they are read out. */
export function describedBy(id: string, { hint, error }: FieldText): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-danger-text">
      <AlertIcon className="mt-px size-4.5" />
      <span>{children}</span>
    </p>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="max-w-reading text-sm text-ink-muted">
      {children}
    </p>
  );
}

export function OptionalMark() {
  const { t } = useTranslation("ui");
  return <span className="font-normal text-ink-muted"> {t("field.optional")}</span>;
}

/** Label above, hint below it, the control, and the error under the control. */
export function Field(props: FieldProps) {
  const { id, label, hint, error, optional, was, className, children } = props;
  return (
    <div
      className={cx("flex min-w-0 flex-col gap-1.5", was !== undefined && changedLook, className)}
    >
      <label htmlFor={id} className="w-fit max-w-full wrap-anywhere font-medium leading-snug">
        {label}
        {optional && <OptionalMark />}
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {children({
        id,
        "aria-describedby": describedBy(id, { label, hint, error }),
        "aria-invalid": error ? true : undefined,
      })}
      <WasNote was={was} />
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

import { useId } from "react";
import { useTranslation } from "react-i18next";

export interface ProgressProps {
  /** What moves on, such as "Answers" or "Import". */
  label: string;
  value: number;
  max: number;
  /** Replaces "12 of 40". */
  text?: string;
  /** Keeps the label for screen readers alone. */
  labelHidden?: boolean;
}

/** How far something has come, as a bar and in words. */
export function Progress({ label, value, max, text, labelHidden = false }: ProgressProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const words = text ?? t("progress.of", { value, max });
  return (
    <div className="flex w-full max-w-form flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <label htmlFor={id} className={labelHidden ? "sr-only" : "font-medium"}>
          {label}
        </label>
        <span className="tabular-nums text-ink-muted">{words}</span>
      </div>
      <progress id={id} value={value} max={max} className="progress-bar">
        {words}
      </progress>
    </div>
  );
}

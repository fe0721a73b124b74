import { useTranslation } from "react-i18next";

type Props = { done: number; total: number; minutes: number };

/** How far someone is and how long it will still take: a bar, and the same in words. */
export function PartProgress({ done, total, minutes }: Props) {
  const { t } = useTranslation("feedback");
  return (
    <div className="mb-6 grid gap-1.5">
      <progress value={done} max={total} aria-label={t("rater.progress.label")} className="h-1.5 w-full" />
      <p className="text-sm text-ink-muted tabular-nums" data-progress>
        {t("rater.progress.done", { done, total })}
        {done < total && ` · ${t("rater.progress.minutes", { count: minutes })}`}
      </p>
    </div>
  );
}

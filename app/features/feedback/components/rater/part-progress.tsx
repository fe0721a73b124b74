import { useTranslation } from "react-i18next";

type Props = {
  done: number;
  total: number;
  minutes: number;
  /** How many of the answered questions stand on other screens: the script counts those of this one. */
  elsewhere: number;
};

/** How far someone is, how long it will still take, and whether the last answer is kept. Stays in sight. */
export function PartProgress({ done, total, minutes, elsewhere }: Props) {
  const { t } = useTranslation("feedback");
  return (
    <div className="sticky top-0 z-10 -mx-4 mb-6 grid gap-1.5 bg-canvas px-4 pt-2 pb-2 sm:-mx-6 sm:px-6">
      <progress
        value={done}
        max={total}
        aria-label={t("rater.progress.label")}
        className="progress-bar"
        data-elsewhere={elsewhere}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-ink-muted">
        <p
          className="tabular-nums"
          data-progress={t("rater.progress.done", { done: "{done}", total })}
        >
          {t("rater.progress.done", { done, total })}
          {done < total && ` · ${t("rater.progress.minutes", { count: minutes })}`}
        </p>
        <p role="status" data-save-status />
      </div>
    </div>
  );
}

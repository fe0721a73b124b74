import { useTranslation } from "react-i18next";

type Props = {
  done: number;
  total: number;
  minutes: number;
  /** Minutes that the whole questionnaire takes. */
  whole: number;
  /** Stands where it says whether the last answer is kept. */
  said?: string;
};

/** How far someone is, how long it will still take, and whether the last answer is kept. Stays in sight. */
export function PartProgress({ done, total, minutes, whole, said }: Props) {
  const { t } = useTranslation("answering");
  return (
    <div className="sticky top-0 z-10 -mx-4 mb-6 grid gap-1.5 bg-canvas px-4 pt-2 pb-2 sm:-mx-6 sm:px-6">
      <progress
        value={done}
        max={total}
        aria-label={t("progress.label")}
        className="progress-bar"
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-ink-muted">
        <p className="tabular-nums" data-progress>
          <span data-done={t("progress.done", { done: "{done}", total: "{total}" })}>
            {t("progress.done", { done, total })}
          </span>
          <span
            data-minutes={` · ${t("progress.left", { minutes: "{minutes}" })}`}
            data-whole={whole}
          >
            {minutes > 0 && ` · ${t("progress.left", { minutes })}`}
          </span>
        </p>
        <p role="status" data-save-status>
          {said}
        </p>
      </div>
    </div>
  );
}

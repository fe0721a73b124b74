import { useTranslation } from "react-i18next";
import type { CommentWarning } from "../domain/comment-warnings.ts";

type Props = {
  question: string;
  warnings: readonly CommentWarning[];
  /** What they write is shown as theirs anyway: nothing needs to hide who wrote it. */
  named: boolean;
};

/**
 * What in a comment could give someone away. A hint, kept empty until there is one; the page's script fills it as one
 * types.
 */
export function CommentHints({ question, warnings, named }: Props) {
  const { t } = useTranslation("answering");
  return (
    <div
      role="status"
      hidden={warnings.length === 0}
      data-hints={question}
      className="mt-2 max-w-reading rounded-medium border border-line-strong bg-surface px-4 py-3 text-sm text-ink"
    >
      <p className="font-semibold">{t("hint.intro")}</p>
      <ul className="my-1 list-disc ps-5">
        {warnings.map(({ kind, found }) => (
          <li key={found} dir="auto">
            {t(`hint.${kind}`, { found })}
          </li>
        ))}
      </ul>
      <p>{t("hint.after", { context: named ? "named" : undefined })}</p>
    </div>
  );
}

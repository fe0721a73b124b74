import { useTranslation } from "react-i18next";

/** What another tab or device had put into a comment that was changed here at the same time: nothing typed is lost. */
export function ReplacedWords({ field, words }: { field: string; words: string }) {
  const { t } = useTranslation("answering");
  return (
    <div
      role="status"
      hidden={words === ""}
      data-replaced={field}
      className="mt-2 max-w-reading rounded-medium border border-line-strong bg-surface px-4 py-3 text-sm"
    >
      <p className="font-semibold">{t("replacedHere.title")}</p>
      <p className="mt-1">{t("replacedHere.body")}</p>
      <blockquote
        dir="auto"
        className="mt-2 border-s-4 border-line-strong ps-3 whitespace-pre-wrap"
      >
        {words}
      </blockquote>
    </div>
  );
}

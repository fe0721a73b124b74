import { useTranslation } from "react-i18next";

export const mainId = "main";

/** First stop of the Tab key; hidden until focused. */
export function SkipLink() {
  const { t } = useTranslation("shell");
  return (
    <a
      href={`#${mainId}`}
      className="sr-only focus:not-sr-only focus:fixed focus:inset-s-4 focus:top-3 focus:z-50 focus:rounded-medium focus:bg-surface focus:px-4 focus:py-2 focus:font-medium focus:text-accent focus:shadow-high"
    >
      {t("skip")}
    </a>
  );
}

import { useTranslation } from "react-i18next";

/** Says, beside what saves a form, that something typed before stands in it again. */
export function DraftNote({ isBack }: { isBack: boolean }) {
  const { t } = useTranslation("ui");
  return (
    <p role="status" className={isBack ? "text-sm text-ink-muted" : "sr-only"}>
      {isBack ? t("draft.isBack") : ""}
    </p>
  );
}

import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import type { RefusalWord, Said } from "./notices.ts";

/** What was just done, or why it was not. */
export function CycleNotice({
  said,
  refused,
}: {
  said?: Said | null;
  refused?: RefusalWord | null;
}) {
  const { t } = useTranslation("feedback-hr");
  if (!said && !refused) return null;
  return (
    <div className="pb-6">
      {refused ? (
        <Notice tone="danger" title={t("refused.title")}>
          {t(`refused.${refused}`)}
        </Notice>
      ) : (
        <Notice tone="success">{t(`said.${said}`)}</Notice>
      )}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import { namespaceOf, type RefusalWord, type Said } from "./notices.ts";

/** What was just done, or why it was not. */
export function CycleNotice({
  said,
  refused,
}: {
  said?: Said | null;
  refused?: RefusalWord | null;
}) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  if (!said && !refused) return null;
  return (
    <div className="pb-6">
      {refused ? (
        <Notice tone="danger" title={t("refused.title")}>
          {t(`refused.${refused}`, { ns: namespaceOf(refused) })}
        </Notice>
      ) : (
        said && <Notice tone="success">{t(`said.${said}`, { ns: namespaceOf(said) })}</Notice>
      )}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import { namespaceOf, type RefusalWord, type Said } from "./notices.ts";

/** What was just done, or why it was not. */
export function CycleNotice({
  said,
  refused,
  held = 0,
}: {
  said?: Said | null;
  refused?: RefusalWord | null;
  held?: number;
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
        said && (
          <Notice tone="success">
            <p>{t(`said.${said}`, { ns: namespaceOf(said) })}</p>
            {held > 0 && (
              <p className="mt-1">{t("held.skipped", { ns: "cycle-running", count: held })}</p>
            )}
          </Notice>
        )
      )}
    </div>
  );
}

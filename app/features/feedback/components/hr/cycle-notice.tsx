import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice.tsx";
import { type Counted, counted, type RefusalWord, type Said } from "./notices.ts";

/** What was just done, or why it was not. */
export function CycleNotice({
  said,
  refused,
  counts = {},
}: {
  said?: Said | null;
  refused?: RefusalWord | null;
  counts?: Counted;
}) {
  const { t } = useTranslation("cycle-notices");
  if (!said && !refused) return null;
  return (
    <div className="pb-6">
      {refused ? (
        <Notice tone="danger" title={t("refused.title")}>
          {t(`refused.${refused}`)}
        </Notice>
      ) : (
        said && (
          <Notice tone="success">
            <p>{t(`said.${said}`)}</p>
            {counted.map((each) => {
              const count = counts[each];
              return (
                count !== undefined && (
                  <p key={each} className="mt-1">
                    {t(`counts.${each}`, { count })}
                  </p>
                )
              );
            })}
          </Notice>
        )
      )}
    </div>
  );
}

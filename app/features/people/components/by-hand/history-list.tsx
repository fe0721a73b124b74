import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import type { HistoryItem } from "../../history/history-reads.server.ts";
import { useChangeText } from "./change-words.ts";

/** Each time somebody was changed, the newest first: when and by whom, and what. */
export function HistoryList({ name, items }: { name: string; items: readonly HistoryItem[] }) {
  const { t } = useTranslation("people-edit");
  const inWords = useChangeText();
  if (items.length === 0)
    return (
      <EmptyState title={t("history.empty.title")}>{t("history.empty.body", { name })}</EmptyState>
    );
  return (
    <ol className="divide-y divide-line rounded-large border border-line bg-surface">
      {items.map(({ id, on, by, way, changes }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-2 p-4 sm:grid-cols-[12rem_minmax(0,1fr)] sm:px-6"
        >
          <div>
            <p className="font-medium">{writtenDate(on)}</p>
            <p className="text-sm text-ink-muted wrap-anywhere">
              {t(`history.ways.${way}`, { who: by ?? t("history.unknown") })}
            </p>
          </div>
          <ul className="grid gap-1">
            {changes.map((change) => (
              <li key={change.field} className="wrap-anywhere">
                <bdi>{inWords(change)}</bdi>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

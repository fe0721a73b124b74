import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { listed } from "~/platform/i18n/format.ts";
import { minimaOf, type ReportContent } from "../../domain/report-content.ts";

const OUTSIDE: Relationship = "outside";

/** How many answered, by group, and what became of groups that were too small. */
export function WhoAnswered({ content }: { content: ReportContent }) {
  const { t } = useTranslation("report");
  const minima = { ...minimaOf(content) };
  const groups = content.groups.filter((group) => group.id !== "self");
  const outside =
    content.hidden.some(({ relationship }) => relationship === OUTSIDE) ||
    groups.some(({ relationships }) => relationships.includes(OUTSIDE));
  const merged = groups.find((group) => group.relationships.length > 1);
  const names = (ids: readonly string[]) => listed(ids.map((id) => t(`groups.${id}`)));
  return (
    <section aria-label={t("who.title")} className="mt-4 max-w-reading text-sm text-ink-muted">
      {groups.length === 0 && <p>{t("who.nobody", minima)}</p>}
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {groups.map((group) => (
          <li key={group.id}>
            {t("who.group", { group: t(`groups.${group.id}`), count: group.raters })}
          </li>
        ))}
        {content.hidden.map(({ relationship, reason }) => (
          <li
            key={relationship}
          >{`${t(`groups.${relationship}`)}: ${t(`reasons.${reason}`, minima)}`}</li>
        ))}
      </ul>
      {merged && <p className="mt-1">{t("who.merged", { groups: names(merged.relationships) })}</p>}
      {outside && <p className="mt-1">{t("who.outside")}</p>}
    </section>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ownName } from "~/platform/i18n/language.ts";
import { Badge } from "~/ui/badge.tsx";
import type { ShownPractice } from "../domain/library/shown-guide.ts";

/** A practice: when, then, and by what one notices that it works. */
export function PracticeCard({
  practice,
  actions,
}: {
  practice: ShownPractice;
  actions?: ReactNode;
}) {
  const { t } = useTranslation("practices");
  const { name, cue, action, notice, direction, isOwn, isHidden, inLanguage } = practice;
  const language = inLanguage ?? undefined;
  return (
    <li
      data-print="together"
      className="grid content-start gap-3 rounded-large border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 lang={language} dir="auto" className="me-auto font-semibold wrap-anywhere">
          {name}
        </h3>
        <Badge>{t(`direction.${direction}`)}</Badge>
        {isOwn && <Badge>{t("own")}</Badge>}
        {isHidden && <Badge>{t("hidden")}</Badge>}
        {inLanguage && <Badge>{t("inLanguage", { language: ownName(inLanguage) })}</Badge>}
      </div>
      <dl lang={language} className="grid gap-2">
        {[
          { term: t("parts.when"), words: `${cue},` },
          { term: t("parts.then"), words: action },
          { term: t("parts.notice"), words: notice },
        ].map(({ term, words }) => (
          <div key={term} className="grid gap-x-4 sm:grid-cols-[6.5rem_1fr]">
            <dt className="text-sm text-ink-muted sm:pt-0.5">{term}</dt>
            <dd dir="auto" className="wrap-anywhere">
              {words}
            </dd>
          </div>
        ))}
      </dl>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </li>
  );
}

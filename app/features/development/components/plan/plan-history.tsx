import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import type { PlanPage } from "../../plan/plan-page.server.ts";

/** What became of a plan, the newest first. */
export function PlanHistory({ page: { events } }: { page: PlanPage }) {
  const { t } = useTranslation("plan");
  return (
    <div className="print:hidden">
      <Disclosure summary={t("history.title", { count: events.length })}>
        <ol className="grid max-w-reading gap-2">
          {events.map(({ id, by, kind, about, on }) => (
            <li key={id} className="wrap-anywhere">
              <span dir="auto">{t(`event.${kind}`, { about })}</span>{" "}
              <span className="text-sm text-ink-muted">
                {t("comment.by", { name: by ?? t("somebody"), date: writtenDate(on) })}
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}

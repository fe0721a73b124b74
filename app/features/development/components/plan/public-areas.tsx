import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import type { PublicArea } from "../../plan/public-plans.server.ts";
import { HatBadge } from "../hat-badge.tsx";

/** What everybody reads of a plan: areas, goals and actions. */
export function PublicAreas({ areas, name }: { areas: readonly PublicArea[]; name: string }) {
  const { t } = useTranslation("public-plans");
  return (
    <div className="grid gap-6">
      {areas.map(({ id, title, goal, dueOn, hat, isReached, actions }) => (
        <section
          key={id}
          aria-labelledby={`area-${id}`}
          className="grid gap-4 rounded-card border border-line bg-surface p-5 sm:p-7"
        >
          <header className="grid gap-2">
            <div className="flex flex-wrap items-center gap-2">
              <HatBadge hat={hat} />
              {isReached && <Badge>{t("area.reached")}</Badge>}
              {dueOn && !isReached && (
                <span className="text-sm text-ink-muted">
                  {t("area.by", { date: writtenDate(dueOn) })}
                </span>
              )}
            </div>
            <h2
              id={`area-${id}`}
              dir="auto"
              className="font-serif text-2xl font-semibold tracking-tight wrap-anywhere"
            >
              {title}
            </h2>
            {goal !== "" && (
              <p dir="auto" className="max-w-reading whitespace-pre-line wrap-anywhere text-lg">
                {goal}
              </p>
            )}
          </header>
          <div className="grid gap-1">
            <h3 className="font-semibold">{t("area.actions", { name })}</h3>
            {actions.length === 0 && <p className="text-ink-muted">{t("area.noActions")}</p>}
            <ul className="divide-y divide-line">
              {actions.map((action) => (
                <li
                  key={action.id}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 py-2.5"
                >
                  <span dir="auto" className="min-w-0 wrap-anywhere">
                    {action.words}
                  </span>
                  <span className="text-sm text-ink-muted">
                    {t(action.isDone ? "area.done" : "area.open")}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
    </div>
  );
}

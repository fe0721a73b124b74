import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/button.tsx";
import type { Beginning } from "../../plan/beginnings.server.ts";

/** What an area could begin from: what was chosen in reports, and what a role needs more of. */
export function BeginningList({ choices }: { choices: readonly Beginning[] }) {
  const { t } = useTranslation("plan");
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby="beginnings" className="grid gap-3 print:hidden">
      <h2 id="beginnings" className="font-serif text-xl font-semibold">
        {t("beginnings.title")}
      </h2>
      <ul className="divide-y divide-line rounded-large border border-line bg-surface px-4">
        {choices.map(({ from, title, because }) => (
          <li key={from} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0">
              <p dir="auto" className="font-medium wrap-anywhere">
                {title}
              </p>
              <p className="text-sm text-ink-muted">
                {because.kind === "report"
                  ? t("beginnings.report", { round: because.round })
                  : t(`beginnings.role.${because.standing}`, { level: because.level })}
              </p>
            </div>
            <ButtonLink size="small" href={`/plan/areas/new?${new URLSearchParams({ from })}`}>
              {t("beginnings.take")}
              <span className="sr-only">: {title}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

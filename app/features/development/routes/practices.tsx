import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { HatBadge } from "../components/hat-badge.tsx";
import { practicesPage } from "../library/guide-reads.server.ts";
import { mayReadPractices } from "../policy.ts";
import type { Route } from "./+types/practices";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadPractices);
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    practicesPage(tx, actor, readerLanguage()),
  );
  if (!page) throw notFound();
  return page;
}

/** Every behaviour under its competency, each with what helps to do more or less of it. */
export default function Practices({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("practices");
  const { competencies, mayKeep } = loaderData;
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <WithAside
        label={t("list.beside")}
        aside={
          <>
            <AsidePart title={t("list.how.title")}>
              <p className="text-ink-muted">{t("list.how.body")}</p>
            </AsidePart>
            {mayKeep && (
              <AsidePart title={t("list.keep.title")}>
                <p className="text-ink-muted">{t("list.keep.body")}</p>
              </AsidePart>
            )}
          </>
        }
      >
        <div className="grid gap-10">
          {competencies.map((competency) => (
            <section key={competency.key} aria-labelledby={competency.key} className="grid gap-3">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h2 id={competency.key} className="font-serif text-xl font-semibold">
                  {competency.name}
                </h2>
                <HatBadge hat={competency.hat} />
              </div>
              <ul className="divide-y divide-line rounded-large border border-line bg-surface px-4">
                {competency.behaviours.map(({ key, label, offered, own, hidden }) => (
                  <li
                    key={key}
                    className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5"
                  >
                    <Link alone href={`/practices/${key}`}>
                      {label}
                    </Link>
                    <span className="text-sm text-ink-muted tabular-nums">
                      {[
                        t("list.offered", { count: offered }),
                        ...(own > 0 ? [t("list.own", { count: own })] : []),
                        ...(mayKeep && hidden > 0 ? [t("list.hidden", { count: hidden })] : []),
                      ].join(" · ")}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </WithAside>
    </>
  );
}

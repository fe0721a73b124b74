import { useTranslation } from "react-i18next";
import { listedNames, writtenDate } from "~/platform/i18n/format.ts";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import type { ClearOutsPage } from "../../clear-out/clear-out-pages.server.ts";
import { WithClearOutPurpose } from "./clear-out-purpose.tsx";

/** The clear-outs that somebody leads or was asked in, and how to begin one. */
export function ClearOutsView({ page }: { page: ClearOutsPage }) {
  const { t } = useTranslation("clear-outs");
  const { clearOuts, openId, team } = page;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("plan:own.title"), href: "/plan" }]}
      />
      <WithClearOutPurpose readers={t("aside.readersBody")}>
        <div className="grid gap-10">
          {openId === null && <Begin team={team} />}
          {clearOuts.length > 0 && (
            <section aria-labelledby="all" className="grid gap-3">
              <h2 id="all" className="font-serif text-xl font-semibold">
                {t("list.title")}
              </h2>
              <ul className="divide-y divide-line border-y border-line">
                {clearOuts.map((each) => (
                  <li
                    key={each.id}
                    className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5"
                  >
                    <Link alone href={`/plan/clear-outs/${each.id}`}>
                      {each.reader === "leader"
                        ? t(each.isAlone ? "list.alone" : "list.own", {
                            date: writtenDate(each.begunOn),
                          })
                        : t("list.of", { name: each.leader, date: writtenDate(each.begunOn) })}
                    </Link>
                    <span className="text-sm text-ink-muted">
                      {t("list.counts", {
                        named: t("list.named", { count: each.named }),
                        stopped: t("list.stopped", { count: each.stopped }),
                      })}
                      {each.closedOn !== null && ` · ${t("list.closed")}`}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </WithClearOutPurpose>
    </>
  );
}

function Begin({ team }: { team: readonly string[] }) {
  const { t } = useTranslation("clear-outs");
  return (
    <section aria-labelledby="begin" className="grid max-w-reading gap-3">
      <h2 id="begin" className="font-serif text-xl font-semibold">
        {t("begin.title")}
      </h2>
      {team.length > 0 && (
        <p className="wrap-anywhere">
          {t("begin.asked", { count: team.length, names: listedNames(team) })}
        </p>
      )}
      <p className="text-ink-muted">{t(team.length > 0 ? "begin.told" : "begin.nobody")}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        {team.length > 0 && (
          <Button variant="primary" name="with" value="team">
            {t("begin.team")}
          </Button>
        )}
        <Button variant={team.length > 0 ? "secondary" : "primary"} name="with" value="alone">
          {t("begin.alone")}
        </Button>
      </Form>
    </section>
  );
}

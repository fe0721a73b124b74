import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithPurpose } from "../components/plan/purpose-aside.tsx";
import { earlierPlans, sharedPlans } from "../plan/plan-reads.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/plans";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const platform = getPlatform(context);
  const ended = new URL(request.url).searchParams.get("said") === "ended";
  return inOrganisation(platform, actor, async (tx) => ({
    shared: await sharedPlans(tx, actor, await todayWhere(platform, tx, actor)),
    earlier: await earlierPlans(tx, actor),
    ended,
  }));
}

/** Plans that others share with whoever asks, and those of their own that are over. */
export default function Plans({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  const { shared, earlier, ended } = loaderData;
  return (
    <>
      <PageTitle>{t("plans.title")}</PageTitle>
      <PageHeader
        title={t("plans.title")}
        lead={t("plans.lead")}
        action={<ButtonLink href="/plan">{t("plans.own")}</ButtonLink>}
      />
      <WithPurpose>
        <div className="grid max-w-reading gap-10">
          {ended && <Notice tone="success">{t("said.ended")}</Notice>}
          <section aria-labelledby="shared" className="grid gap-3">
            <h2 id="shared" className="font-serif text-xl font-semibold">
              {t("plans.shared")}
            </h2>
            {shared.length === 0 ? (
              <EmptyState title={t("plans.none.title")} level={3}>
                <p>{t("plans.none.body")}</p>
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {shared.map(({ id, personName, reader, endsOn, isOver }) => (
                  <li key={id} className="grid gap-0.5 py-2.5">
                    <Link alone href={`/plans/${id}`}>
                      <bdi>{personName}</bdi>
                    </Link>
                    <span className="text-sm text-ink-muted">
                      {[
                        t("plans.as", {
                          as: t(`share.readerShort.${reader}`),
                          date: writtenDate(endsOn),
                        }),
                        ...(isOver ? [t("plans.over")] : []),
                      ].join(" · ")}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="public" className="grid gap-2">
            <h2 id="public" className="font-serif text-xl font-semibold">
              {t("public-plans:list.title")}
            </h2>
            <p>
              <Link href="/plans/public">{t("public-plans:list.open")}</Link>
            </p>
          </section>
          {earlier.length > 0 && (
            <section aria-labelledby="earlier" className="grid gap-3">
              <h2 id="earlier" className="font-serif text-xl font-semibold">
                {t("plans.earlier")}
              </h2>
              <ul className="divide-y divide-line">
                {earlier.map(({ id, begunOn, endedOn }) => (
                  <li key={id} className="py-2.5">
                    <Link alone href={`/plans/${id}`}>
                      {t("plans.from", { from: writtenDate(begunOn), to: writtenDate(endedOn) })}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </WithPurpose>
    </>
  );
}

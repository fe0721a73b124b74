import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithPublicPurpose } from "../components/plan/public-purpose.tsx";
import { publicPlans } from "../plan/public-plans.server.ts";
import { mayReadPublicPlans } from "../policy.ts";
import type { Route } from "./+types/public-plans";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadPublicPlans);
  return { plans: await publicPlans(getPlatform(context), actor) };
}

/** What executives work on, where they show it to everybody. */
export default function PublicPlans({ loaderData: { plans } }: Route.ComponentProps) {
  const { t } = useTranslation("public-plans");
  return (
    <>
      <PageTitle>{t("list.title")}</PageTitle>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <WithPublicPurpose>
        {plans.length === 0 ? (
          <EmptyState title={t("list.none.title")}>
            <p>{t("list.none.body")}</p>
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {plans.map(({ id, name, jobTitle, publishedOn, isOwn }) => (
              <li key={id} className="grid gap-0.5 py-3">
                <Link alone href={`/plans/public/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
                <span className="text-sm text-ink-muted wrap-anywhere">
                  {[
                    ...(jobTitle ? [jobTitle] : []),
                    t("list.since", { date: writtenDate(publishedOn) }),
                    ...(isOwn ? [t("list.you")] : []),
                  ].join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </WithPublicPurpose>
    </>
  );
}

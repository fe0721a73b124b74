import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { PublicAreas } from "../components/plan/public-areas.tsx";
import { WithPublicPurpose } from "../components/plan/public-purpose.tsx";
import { publicPlan } from "../plan/public-plans.server.ts";
import { mayReadPublicPlans } from "../policy.ts";
import type { Route } from "./+types/public-plan";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayReadPublicPlans);
  const plan = await publicPlan(getPlatform(context), actor, pathId(params.planId));
  if (!plan) throw notFound();
  return plan;
}

/** What an executive works on, as far as they show it. */
export default function OnePublicPlan({ loaderData: plan }: Route.ComponentProps) {
  const { t } = useTranslation("public-plans");
  const { name, jobTitle, publishedOn, isOwn, areas } = plan;
  const title = t("list.one", { name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={[
          ...(jobTitle ? [jobTitle] : []),
          t("list.since", { date: writtenDate(publishedOn) }),
        ].join(" · ")}
        breadcrumbs={[{ label: t("list.title"), href: "/plans/public" }]}
        {...(isOwn
          ? { action: <ButtonLink href="/plan/public">{t("aside.change")}</ButtonLink> }
          : {})}
      />
      <WithPublicPurpose>
        {areas.length === 0 ? (
          <p className="text-ink-muted">{t("list.noArea")}</p>
        ) : (
          <PublicAreas areas={areas} name={name} />
        )}
      </WithPublicPurpose>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { BeginningList } from "../components/plan/beginning-list.tsx";
import { PlanView } from "../components/plan/plan-view.tsx";
import { beginnings } from "../plan/beginnings.server.ts";
import { planPage } from "../plan/plan-page.server.ts";
import { sendToPlan } from "../plan/send-to-plan.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/plan";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const platform = getPlatform(context);
  const said = new URL(request.url).searchParams.get("said");
  return {
    page: await planPage(platform, actor, null),
    choices: await beginnings(platform, actor),
    said,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const which = { openOf: actor.personId ?? "" };
  return sendToPlan(getPlatform(context), actor, which, { request, back: "/plan" });
}

/** What somebody works on, or how to begin. */
export default function OwnPlan({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  const { page, choices, said } = loaderData;
  if (page) return <PlanView {...{ page, choices, said, answer: actionData }} />;
  return (
    <>
      <PageTitle>{t("own.title")}</PageTitle>
      <PageHeader title={t("own.title")} lead={t("own.emptyLead")} />
      <div className="grid max-w-reading gap-8">
        <EmptyState
          title={t("empty.title")}
          action={
            <>
              <ButtonLink
                href="/plan/areas/new"
                variant={choices.length > 0 ? "secondary" : "primary"}
              >
                {t("empty.own")}
              </ButtonLink>
              <ButtonLink href="/plan/starters">{t("empty.starters")}</ButtonLink>
              <ButtonLink href="/plan/decisions">{t("delegations:fromPlan")}</ButtonLink>
            </>
          }
        >
          <p>{t("empty.body")}</p>
        </EmptyState>
        <BeginningList choices={choices} />
      </div>
    </>
  );
}

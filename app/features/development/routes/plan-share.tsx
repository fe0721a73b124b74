import { useTranslation } from "react-i18next";
import { redirect, useSearchParams } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { PlanReaders } from "../components/plan/plan-readers.tsx";
import { WithPurpose } from "../components/plan/purpose-aside.tsx";
import { SharePlanForm } from "../components/plan/share-plan-form.tsx";
import { sharePlanPage } from "../plan/share-page.server.ts";
import {
  sharePlan,
  sharePlanInput,
  takePlanBack,
  takePlanBackInput,
} from "../plan/share-plan.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/plan-share";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const search = new URL(request.url).searchParams.get("search")?.trim() ?? "";
  const page = await sharePlanPage(getPlatform(context), actor, search);
  if (!page) throw notFound();
  return page;
}

const shareForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("share"), ...sharePlanInput.shape }),
  z.object({ intent: z.literal("take-back"), ...takePlanBackInput.shape }),
]);

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const platform = getPlatform(context);
  const form = await readForm(request, shareForm);
  if (!form.ok) return form.refused();
  const { value } = form;
  const outcome =
    value.intent === "share"
      ? await sharePlan(platform, actor, value)
      : await takePlanBack(platform, actor, value);
  if (outcome.ok) return redirect(`/plan/share?said=${value.intent}`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

const SAID = ["share", "take-back"] as const;

/** Who reads somebody's plan beside them, and the form to let somebody else. */
export default function SharePlan({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  const [params] = useSearchParams();
  const said = SAID.find((each) => each === params.get("said"));
  return (
    <>
      <PageTitle>{t("share.title")}</PageTitle>
      <PageHeader
        title={t("share.title")}
        lead={t("share.lead")}
        breadcrumbs={[{ label: t("own.title"), href: "/plan" }]}
      />
      <WithPurpose>
        <div className="grid max-w-reading gap-8">
          {said && !actionData && <Notice tone="success">{t(`share.said.${said}`)}</Notice>}
          <PlanReaders readers={loaderData.readers} />
          <SharePlanForm
            page={loaderData}
            search={params.get("search") ?? ""}
            answer={actionData}
          />
        </div>
      </WithPurpose>
    </>
  );
}

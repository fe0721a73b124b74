import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { notFound, requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { ConfirmPanel } from "../components/import/confirm-panel.tsx";
import { ImportEnded } from "../components/import/import-ended.tsx";
import { MappingForm } from "../components/import/mapping-form.tsx";
import { PlanTabs } from "../components/import/plan-tabs.tsx";
import { decideImport } from "../decide-import.server.ts";
import { pageOf, reviewTab } from "../domain/import/review-tab.ts";
import { reviewPeopleImport } from "../review-people-import.server.ts";
import type { Route } from "./+types/import-review";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const outcome = await reviewPeopleImport(getPlatform(context), actor, params.importId);
  if (!outcome.ok) throw notFound();
  const review = outcome.value;
  if (review.state !== "planned") return review;
  const { plan, ticked, fingerprint, file, state } = review;
  const address = new URL(request.url).searchParams;
  const tab = reviewTab(address.get("tab"), plan);
  const page = address.get("page");
  const counts = {
    new: plan.new.length,
    changed: plan.changed.length,
    rejected: plan.rejected.length,
    absent: plan.absent.length,
    unchanged: plan.unchanged.length,
  };
  const shown =
    tab === "columns"
      ? ({ tab } as const)
      : tab === "absent"
        ? { tab, ...withTicks(pageOf(plan.absent, page), ticked) }
        : ({ tab, ...pageOf<unknown>(plan[tab], page) } as PlanPage);
  return { state, file, counts, ticked: ticked.length, fingerprint, shown };
}

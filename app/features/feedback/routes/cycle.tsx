import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { notFound, requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { ClosedView } from "../components/hr/closed-view.tsx";
import { ClosingView } from "../components/hr/closing-view.tsx";
import { CollectingView } from "../components/hr/collecting-view.tsx";
import { leadOf } from "../components/hr/cycle-lead.ts";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { NominatingView } from "../components/hr/nominating-view.tsx";
import { cyclePath, wordsIn } from "../components/hr/notices.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StateBadge } from "../components/hr/state-badge.tsx";
import { type CyclePage, cyclePage } from "../cycle-page.server.ts";
import { releaseCycle } from "../release-cycle.server.ts";
import type { Route } from "./+types/cycle";
import { pathId } from "./path-id.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await cyclePage(getPlatform(context), actor, pathId(params.cycleId));
  if (!page) throw notFound();
  if (page.cycle.state === "draft") throw redirect(stepPath(page.cycle.id, "details"));
  return { page, ...wordsIn(new URL(request.url).searchParams) };
}

/** The one thing done on this page itself: releasing the reports. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const outcome = await releaseCycle(getPlatform(context), actor, cycleId);
  if (outcome.ok) return redirect(cyclePath(cycleId, { said: "released" }));
  if (outcome.reason === "not-closed")
    return redirect(cyclePath(cycleId, { refused: outcome.reason }));
  throw notFound();
}

export default function Cycle({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { page, said, refused } = loaderData;
  const { cycle } = page;
  return (
    <>
      <title>{cycle.name}</title>
      <PageHeader
        breadcrumbs={[{ label: t("cycle.crumb"), href: "/cycles" }]}
        title={cycle.name}
        status={<StateBadge state={cycle.state} />}
        lead={leadOf(t, page)}
      />
      <CycleNotice said={said} refused={refused} />
      <View page={page} />
    </>
  );
}

function View({ page }: { page: CyclePage }) {
  switch (page.cycle.state) {
    case "draft":
      return null;
    case "nominating":
      return <NominatingView page={page} />;
    case "collecting":
      return <CollectingView page={page} />;
    case "closing":
      return <ClosingView page={page} />;
    case "closed":
    case "released":
      return <ClosedView page={page} />;
  }
}

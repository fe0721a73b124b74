import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { monitoringTabs } from "~/features/rounds/domain/index.ts";
import { remindNow } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { reopenCycle } from "../closing/reopen-cycle.server.ts";
import { scoreNow } from "../closing/score-now.server.ts";
import { ClosedView } from "../components/hr/closed-view.tsx";
import { ClosingView } from "../components/hr/closing-view.tsx";
import { CollectingView } from "../components/hr/collecting-view.tsx";
import { leadOf } from "../components/hr/cycle-lead.ts";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { HeldNotice } from "../components/hr/held-notice.tsx";
import { NominatingView } from "../components/hr/nominating-view.tsx";
import { cyclePath, type Said, wordsIn } from "../components/hr/notices.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StateBadge } from "../components/hr/state-badge.tsx";
import { cyclePage } from "../cycle/cycle-page.server.ts";
import { releaseCycle } from "../releasing/release-cycle.server.ts";
import { heldInCycle } from "../running/held-in-cycle.server.ts";
import { pauseCycle, resumeCycle } from "../running/pause-cycle.server.ts";
import { closedPage, cycleHead, monitoringPage } from "../running/running-page.server.ts";
import type { Route } from "./+types/cycle";
import { leadToCycle } from "./lead-to-cycle.ts";

const presses = z.object({
  intent: z.enum(["release", "remind", "pause", "resume", "reopen", "score-now"]),
  person: z.uuid().optional(),
});

type Press = z.output<typeof presses>["intent"];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const parameters = new URL(request.url).searchParams;
  const head = await cycleHead(platform, actor, pathId(params.cycleId));
  if (!head) throw notFound();
  if (head.cycle.state === "draft") throw redirect(stepPath(head.cycle.id, "details"));
  const view = await viewOf(platform, actor, head.cycle, parameters);
  const running = head.cycle.state === "nominating" || head.cycle.state === "collecting";
  const heldPeople = running ? await heldInCycle(platform, actor, head.cycle.id) : [];
  return { head, view, heldPeople, ...wordsIn(parameters) };
}

async function viewOf(
  platform: Platform,
  actor: Actor,
  { id, state }: { id: string; state: string },
  parameters: URLSearchParams,
) {
  const query = {
    tab: monitoringTabs.find((tab) => tab === parameters.get("tab")) ?? monitoringTabs[0],
    search: parameters.get("q")?.trim() ?? "",
    page: Number(parameters.get("page") ?? 1),
  };
  switch (state) {
    case "nominating": {
      const page = await cyclePage(platform, actor, id);
      if (!page) throw notFound();
      return { kind: "nominating" as const, page };
    }
    case "collecting":
      return {
        kind: "collecting" as const,
        monitoring: await monitoringPage(platform, actor, id, query),
      };
    case "closing":
      return { kind: "closing" as const };
    default:
      return { kind: "closed" as const, closed: await closedPage(platform, actor, id, query) };
  }
}

/** What is done on this page itself. Each answers with a word on it, so that loading again does nothing twice. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const { intent, person } = await readPress(request, presses);
  const whom = person === undefined ? ("all-with-work-left" as const) : [person];
  const steps = {
    release: [() => releaseCycle(platform, actor, cycleId), "released"],
    remind: [() => remindNow(platform, actor, cycleId, whom), "reminded"],
    pause: [() => pauseCycle(platform, actor, cycleId), "paused"],
    resume: [() => resumeCycle(platform, actor, cycleId), "resumed"],
    reopen: [() => reopenCycle(platform, actor, cycleId), "reopened"],
    "score-now": [() => scoreNow(platform, actor, cycleId), "scoring"],
  } as const satisfies Record<Press, readonly [() => Promise<unknown>, Said]>;
  const [step, said] = steps[intent];
  const outcome = await step();
  if (!outcome.ok) return leadToCycle(cycleId, outcome.reason);
  const held = outcome.value && "held" in outcome.value ? outcome.value.held : 0;
  return redirect(cyclePath(cycleId, { said, held }));
}

export default function Cycle({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  const { t: tSetup } = useTranslation("cycle-setup");
  const { head, heldPeople, said, refused, held } = loaderData;
  const { cycle } = head;
  return (
    <>
      <title>{cycle.name}</title>
      <PageHeader
        breadcrumbs={[{ label: t("cycle.crumb"), href: "/cycles" }]}
        title={cycle.name}
        status={
          <StateBadge state={cycle.state} waiting={head.facts.closure?.state === "waiting"} />
        }
        lead={leadOf(t, head)}
        action={
          <ButtonLink href={`/cycles/${cycle.id}/copy`}>{tSetup("copy.link_this")}</ButtonLink>
        }
      />
      <CycleNotice said={said} refused={refused} held={held} />
      <HeldNotice held={heldPeople} />
      <View {...loaderData} />
    </>
  );
}

function View({ head, view }: Pick<Route.ComponentProps["loaderData"], "head" | "view">) {
  switch (view.kind) {
    case "nominating":
      return <NominatingView page={view.page} />;
    case "collecting":
      return <CollectingView head={head} monitoring={view.monitoring} />;
    case "closing":
      return <ClosingView head={head} />;
    case "closed":
      return <ClosedView head={head} closed={view.closed} />;
  }
}

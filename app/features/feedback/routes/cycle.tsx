import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { isOver, monitoringTabs, progressOrders } from "~/features/rounds/domain/index.ts";
import {
  archiveRound,
  heldInRound,
  monitoringPage,
  pauseRound,
  remindNow,
  reopenRound,
  requireRunner,
  resumeRound,
  unarchiveRound,
} from "~/features/rounds/index.server.ts";
import { HeldNotice } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { Badge } from "~/ui/badge.tsx";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { scoreNow } from "../closing/score-now.server.ts";
import { CalledOffView } from "../components/hr/called-off-view.tsx";
import { ClosedView } from "../components/hr/closed-view.tsx";
import { ClosingView } from "../components/hr/closing-view.tsx";
import { CollectingView } from "../components/hr/collecting-view.tsx";
import { leadOf } from "../components/hr/cycle-lead.ts";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { NoMailNotice } from "../components/hr/letters-line.tsx";
import { NominatingView } from "../components/hr/nominating-view.tsx";
import { cyclePath, type Said, wordsIn } from "../components/hr/notices.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StateBadge } from "../components/hr/state-badge.tsx";
import { cyclePage } from "../cycle/cycle-page.server.ts";
import { releaseCycle } from "../releasing/release-cycle.server.ts";
import { remindNominatorsNow } from "../reminders/remind-nominators-now.server.ts";
import { closedPage, cycleHead } from "../running/running-page.server.ts";
import type { Route } from "./+types/cycle";
import { leadToCycle } from "./lead-to-cycle.ts";

const presses = z.object({
  intent: z.enum([
    ...([
      "release",
      "release-others",
      "remind",
      "remind-nominators",
      "pause",
      "resume",
      "reopen",
      "score-now",
    ] as const),
    ...(["archive", "unarchive"] as const),
  ]),
  person: z.uuid().optional(),
});

type Press = z.output<typeof presses>["intent"];

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const parameters = new URL(request.url).searchParams;
  const head = await cycleHead(platform, actor, pathId(params.cycleId));
  if (!head) throw notFound();
  if (head.cycle.state === "draft") throw redirect(stepPath(head.cycle.id, "details"));
  const view = await viewOf(platform, actor, head.cycle, parameters);
  const running = head.cycle.state === "nominating" || head.cycle.state === "collecting";
  const heldPeople = running ? await heldInRound(platform, actor, head.cycle.id) : [];
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
    order: progressOrders.find((each) => each === parameters.get("sort")) ?? null,
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
    case "called-off":
      return { kind: "called-off" as const };
    default:
      return { kind: "closed" as const, closed: await closedPage(platform, actor, id, query) };
  }
}

/** What is done on this page itself. Each answers with a word on it, so that loading again does nothing twice. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const { intent, person } = await readPress(request, presses);
  const whom = person === undefined ? ("all-with-work-left" as const) : [person];
  const steps = {
    release: [() => releaseCycle(platform, actor, cycleId), "released"],
    "release-others": [
      () => releaseCycle(platform, actor, cycleId, { withholdThin: true }),
      "released",
    ],
    remind: [() => remindNow(platform, actor, cycleId, whom), "reminded"],
    "remind-nominators": [
      () => remindNominatorsNow(platform, actor, cycleId),
      "nominators-reminded",
    ],
    pause: [() => pauseRound(platform, actor, cycleId), "paused"],
    resume: [() => resumeRound(platform, actor, cycleId), "resumed"],
    reopen: [() => reopenRound(platform, actor, cycleId), "reopened"],
    "score-now": [() => scoreNow(platform, actor, cycleId), "scoring"],
    archive: [() => archiveRound(platform, actor, cycleId), "archived"],
    unarchive: [() => unarchiveRound(platform, actor, cycleId), "unarchived"],
  } as const satisfies Record<Press, readonly [() => Promise<unknown>, Said]>;
  const [step, said] = steps[intent];
  const outcome = await step();
  if (!outcome.ok) return leadToCycle(cycleId, outcome.reason);
  const counts = outcome.value && "told" in outcome.value ? outcome.value : {};
  return redirect(cyclePath(cycleId, { said, counts }));
}

export default function Cycle({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["feedback-hr", "cycle-running", "cycle-over"]);
  const { t: tSetup } = useTranslation("cycle-setup");
  const { head, heldPeople, said, refused, counts } = loaderData;
  const { cycle } = head;
  return (
    <>
      <PageTitle>{cycle.name}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("cycle.crumb"), href: "/cycles" }]}
        title={cycle.name}
        status={
          <>
            <StateBadge state={cycle.state} waiting={head.facts.closure?.state === "waiting"} />
            {cycle.archived && <Badge>{t("archive.badge", { ns: "cycle-over" })}</Badge>}
          </>
        }
        lead={leadOf(t, head)}
        action={
          <>
            {isOver(cycle.state) && <Archive cycleId={cycle.id} archived={cycle.archived} />}
            <ButtonLink href={`/cycles/${cycle.id}/copy`}>{tSetup("copy.link_this")}</ButtonLink>
          </>
        }
      />
      <CycleNotice said={said} refused={refused} counts={counts} />
      {(cycle.state === "nominating" || cycle.state === "collecting") && (
        <NoMailNotice letters={head.letters} />
      )}
      <HeldNotice held={heldPeople} whole={head.whole} />
      <View {...loaderData} />
    </>
  );
}

/** Takes a round that is over off the list, or puts it back. */
function Archive({ cycleId, archived }: { cycleId: string; archived: boolean }) {
  const { t } = useTranslation("cycle-over");
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" action={`/cycles/${cycleId}`}>
      <Button name="intent" value={archived ? "unarchive" : "archive"} busy={sending}>
        {t(archived ? "archive.back" : "archive.action")}
      </Button>
    </Form>
  );
}

function View({ head, view }: Pick<Route.ComponentProps["loaderData"], "head" | "view">) {
  switch (view.kind) {
    case "nominating":
      return <NominatingView page={view.page} head={head} />;
    case "collecting":
      return <CollectingView head={head} monitoring={view.monitoring} />;
    case "closing":
      return <ClosingView head={head} />;
    case "called-off":
      return head.cycle.calledOff ? (
        <CalledOffView calledOff={head.cycle.calledOff} zone={head.told.zone} />
      ) : null;
    case "closed":
      return <ClosedView head={head} closed={view.closed} />;
  }
}

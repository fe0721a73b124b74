import { useTranslation } from "react-i18next";
import { Outlet, redirect, useLocation } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { Stepper } from "~/ui/stepper.tsx";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { cyclePath, wordsIn } from "../components/hr/notices.ts";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { type SetupStep, setupSteps, stepPath } from "../components/hr/setup-steps.ts";
import { StateBadge } from "../components/hr/state-badge.tsx";
import { setupPage } from "../setup/setup-page.server.ts";
import type { Route } from "./+types/cycle-setup";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await setupPage(getPlatform(context), actor, pathId(params.cycleId));
  if (!page) throw notFound();
  if (!isEditable(page.cycle.state)) throw redirect(cyclePath(page.cycle.id));
  return { facts: page, ...wordsIn(new URL(request.url).searchParams) };
}

/** The frame of all steps: which cycle, how far, and what is missing. */
export default function CycleSetup({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { pathname } = useLocation();
  const { facts, said, refused } = loaderData;
  const { cycle } = facts;
  const stateOf = (step: SetupStep) => {
    if (pathname.startsWith(stepPath(cycle.id, step))) return "current";
    return isDone(step, facts) ? "done" : "todo";
  };
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: t("cycles.title"), href: "/cycles" },
          ...(cycle.state === "draft" ? [] : [{ label: cycle.name, href: cyclePath(cycle.id) }]),
        ]}
        title={cycle.name}
        status={<StateBadge state={cycle.state} />}
      />
      <CycleNotice said={said} refused={refused} />
      <div className="grid grid-cols-1 gap-8">
        <Stepper
          label={t("setup.label")}
          steps={setupSteps.map((step) => ({
            label: t(`setup.steps.${step}`),
            state: stateOf(step),
            href: stepPath(cycle.id, step),
          }))}
        />
        <Outlet context={facts satisfies SetupFacts} />
      </div>
    </>
  );
}

function isDone(step: SetupStep, facts: SetupFacts): boolean {
  const missing = (obstacle: SetupFacts["obstacles"][number]) => facts.obstacles.includes(obstacle);
  switch (step) {
    case "details":
      return true;
    case "participants":
      return facts.counts.participants > 0;
    case "raters":
      return (
        facts.counts.participants > 0 &&
        !missing("no-raters") &&
        !missing("only-self") &&
        !missing("over-cap")
      );
    case "dates":
      return !missing("no-dates") && !missing("closes-in-the-past") && !missing("no-release-date");
    case "invitation":
      return facts.letterMistakes.length === 0;
    case "review":
      return false;
  }
}

import { redirect, useOutletContext } from "react-router";
import { z } from "zod";
import { heldInRound, requireRunner } from "~/features/rounds/index.server.ts";
import { HeldNotice } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { DryRunLink } from "../components/hr/dry-run-link.tsx";
import { IntroAside } from "../components/hr/intro-aside.tsx";
import { LaunchForm } from "../components/hr/launch-form.tsx";
import { LookAlikeList } from "../components/hr/look-alike-list.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { cyclePath } from "../components/hr/notices.ts";
import { ReviewList } from "../components/hr/review-list.tsx";
import { ReviewWarnings } from "../components/hr/review-warnings.tsx";
import { RolesInRound } from "../components/hr/roles-in-round.tsx";
import { RulesAside } from "../components/hr/rules-aside.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { ForecastSpread } from "../components/nomination/forecast-spread.tsx";
import { needsOthers } from "../domain/cycle-kind.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { openNominations } from "../nomination/open-nominations.server.ts";
import { reviewForecast } from "../nomination/review-forecast.server.ts";
import { reviewLookAlikes } from "../nomination/review-look-alikes.server.ts";
import { countWithRules } from "../setup/count-with-rules.server.ts";
import { rolesInRound } from "../setup/roles-in-round.server.ts";
import type { Route } from "./+types/cycle-setup-review";
import { leadToCycle } from "./lead-to-cycle.ts";

const presses = z.object({ intent: z.enum(["open", "launch"]) });

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  return {
    lookAlikes: await reviewLookAlikes(platform, actor, cycleId),
    forecast: await reviewForecast(platform, actor, cycleId),
    roles: await rolesInRound(platform, actor, cycleId),
    rules: await countWithRules(platform, actor, cycleId),
    held: await heldInRound(platform, actor, cycleId),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const { intent } = await readPress(request, presses);
  const outcome =
    intent === "open"
      ? await openNominations(platform, actor, cycleId)
      : await launchCycle(platform, actor, cycleId);
  if (outcome.ok) {
    const held = "held" in outcome.value ? outcome.value.held : 0;
    const counts = { held };
    return redirect(
      cyclePath(cycleId, { said: intent === "open" ? "opened" : "launched", counts }),
    );
  }
  const { reason } = outcome;
  const over = reason === "not-draft" || reason === "launched";
  return leadToCycle(cycleId, reason, ({ refused }) =>
    over ? cyclePath(cycleId, { refused }) : `${stepPath(cycleId, "review")}?refused=${refused}`,
  );
}

export default function SetupReview({ loaderData }: Route.ComponentProps) {
  const { lookAlikes, forecast, roles, rules, held } = loaderData;
  const facts = useOutletContext<SetupFacts>();
  return (
    <StepSection
      step="review"
      size="preview"
      aside={
        <>
          {rules && needsOthers(facts.cycle.kind) && <RulesAside found={rules} />}
          <IntroAside />
          <NextAside />
        </>
      }
    >
      <ReviewWarnings facts={facts} />
      <LookAlikeList found={lookAlikes} />
      <HeldNotice held={held} whole={facts.whole} />
      <ReviewList facts={facts} />
      {forecast && <ForecastSpread {...forecast} />}
      {roles && facts.counts.participants > 0 && <RolesInRound {...roles} mayEdit={facts.whole} />}
      {facts.counts.participants > 0 && <DryRunLink cycleId={facts.cycle.id} />}
      {facts.obstacles.length === 0 && <LaunchForm facts={facts} />}
    </StepSection>
  );
}

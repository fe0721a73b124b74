import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { readAudienceList } from "~/features/people/index.server.ts";
import { AudienceList } from "~/features/people/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Link } from "~/ui/link.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { ParticipantsWays } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { addListedPeople } from "../setup/add-listed-people.server.ts";
import type { Route } from "./+types/cycle-setup-list";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const press = await readAudienceList(request, actor);
  if (!press.ok) return data(press.answer, { status: press.status });
  const outcome = await addListedPeople(getPlatform(context), actor, cycleId, press.value);
  if (outcome.ok) return redirect(stepPath(cycleId, "raters"));
  if (outcome.reason !== "problems") return leadToCycle(cycleId, outcome.reason);
  return data(press.answer(outcome.problems, outcome.found), { status: 400 });
}

export default function SetupList({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { cycle, counts, whole } = useOutletContext<SetupFacts>();
  return (
    <StepSection step="participants" lead={t("list.lead")} aside={<NextAside />}>
      <ParticipantsWays cycleId={cycle.id} current="list" whole={whole} />
      <AudienceList
        answer={actionData}
        add={t("list.action")}
        leaveOut={(count) => t("list.leaveOut", { count })}
      >
        <Link tone="muted" href={stepPath(cycle.id, "participants")}>
          {t("list.already", { count: counts.participants })}
        </Link>
      </AudienceList>
    </StepSection>
  );
}

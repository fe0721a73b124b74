import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import { notFound, requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Notice } from "~/ui/notice.tsx";
import { RatersTable } from "../components/hr/raters-table.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { stepPath } from "../components/hr/setup-steps.ts";
import { StepFooter, StepSection } from "../components/hr/step-section.tsx";
import { smallGroups } from "../domain/small-groups.ts";
import type { ParticipantProgress } from "../progress-reads.server.ts";
import { setupPage } from "../setup-page.server.ts";
import type { Route } from "./+types/cycle-setup-raters";
import { pathId } from "./path-id.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await setupPage(getPlatform(context), actor, pathId(params.cycleId));
  if (!page) throw notFound();
  return { participants: needingALookFirst(page.participants, page.minimum) };
}

/** Those nobody would rate, then those with a group too small, then the others; each by name. */
function needingALookFirst(participants: readonly ParticipantProgress[], minimum: number) {
  const rank = (each: ParticipantProgress) =>
    isAlone(each) ? 0 : smallGroups(each.groups, minimum).length > 0 ? 1 : 2;
  return participants.toSorted((a, b) => rank(a) - rank(b));
}

function isAlone({ groups }: Pick<ParticipantProgress, "groups">): boolean {
  return groups.every((group) => group.relationship === "self" || group.asked === 0);
}

export default function SetupRaters({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { cycle, minimum, withSmallGroups } = useOutletContext<SetupFacts>();
  const { participants } = loaderData;
  const alone = participants.filter(isAlone);
  if (participants.length === 0) {
    return (
      <StepSection step="raters" cycle={cycle.name}>
        <EmptyState
          title={t("setup.raters.empty.title")}
          action={
            <ButtonLink variant="primary" href={stepPath(cycle.id, "participants")}>
              {t("setup.raters.empty.action")}
            </ButtonLink>
          }
        >
          {t("setup.raters.empty.body")}
        </EmptyState>
      </StepSection>
    );
  }
  return (
    <StepSection
      step="raters"
      cycle={cycle.name}
      lead={`${t("setup.raters.lead")} ${t("setup.raters.choosing")}`}
    >
      {alone.length > 0 && (
        <Notice tone="danger" title={t("setup.raters.nobody", { count: alone.length })}>
          {t("setup.raters.nobodyBody", { names: listed(alone.map((each) => each.name)) })}
        </Notice>
      )}
      {withSmallGroups > 0 && (
        <Notice title={t("setup.raters.small", { count: withSmallGroups })}>
          {t("setup.raters.smallBody", { minimum })}
        </Notice>
      )}
      <RatersTable participants={participants} minimum={minimum} />
      <StepFooter step="raters" cycleId={cycle.id} />
    </StepSection>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import {
  archiveRound,
  deleteDraft,
  pauseRound,
  requireRunner,
  resumeRound,
  unarchiveRound,
} from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { roundPage } from "../assessments/round-page.server.ts";
import { closeAssessment } from "../assessments/running/close-assessment.server.ts";
import { launchAssessment } from "../assessments/setup/launch-assessment.server.ts";
import { DraftRound } from "../components/assessments/draft-round.tsx";
import { RoundBadge } from "../components/assessments/round-badge.tsx";
import { RoundPeople } from "../components/assessments/round-people.tsx";
import { RoundWays } from "../components/assessments/round-ways.tsx";
import { wordsIn } from "../components/assessments/round-words.ts";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment";
import { leadToRound } from "./lead-to-round.ts";

const input = z.object({
  intent: z.enum(["launch", "pause", "resume", "close", "archive", "unarchive", "delete"]),
  revision: z.coerce.number().int(),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const page = await roundPage(getPlatform(context), actor, roundId);
  if (!page) throw notFound();
  return { page, ...wordsIn(new URL(request.url).searchParams) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const platform = getPlatform(context);
  if (!(await roundPage(platform, actor, roundId))) throw notFound();
  const form = await readForm(request, input, { hidden: ["intent", "revision"] });
  if (!form.ok) return form.refused();
  const { intent, revision } = form.value;
  const acts = {
    launch: ["launched", () => launchAssessment(platform, actor, roundId, { revision })],
    pause: ["paused", () => pauseRound(platform, actor, roundId)],
    resume: ["resumed", () => resumeRound(platform, actor, roundId)],
    close: ["closed", () => closeAssessment(platform, actor, roundId)],
    archive: ["archived", () => archiveRound(platform, actor, roundId)],
    unarchive: ["unarchived", () => unarchiveRound(platform, actor, roundId)],
    delete: ["deleted", () => deleteDraft(platform, actor, roundId, { revision })],
  } as const;
  const [said, act] = acts[intent];
  const outcome = await act();
  if (!outcome.ok) return leadToRound(roundId, outcome.reason);
  return redirect(intent === "delete" ? "/assessments?said=deleted" : roundPath(roundId, { said }));
}

/** One round of assessments, for whoever runs it. */
export default function AssessmentPage({
  loaderData: { page, said, refused },
}: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { round, plan, counts } = page;
  const date = round.closesOn === null ? "" : writtenDate(round.closesOn);
  const lead = () => {
    if (plan) return t("round.leadDraft", { date });
    if (round.state === "called-off")
      return t("round.leadCalledOff", { reason: round.calledOffReason ?? "" });
    if (round.state !== "collecting") return t("round.leadClosed", counts);
    return t(page.isOverdue ? "round.leadOverdue" : "round.lead", { ...counts, date });
  };
  return (
    <>
      <PageTitle>{round.name}</PageTitle>
      <PageHeader
        title={<bdi>{round.name}</bdi>}
        status={<RoundBadge round={round} />}
        lead={lead()}
        breadcrumbs={[{ label: t("place"), href: "/assessments" }]}
      />
      <div className="grid gap-8">
        {said && <Notice tone="success">{t(`said.${said}`)}</Notice>}
        {refused && <Notice tone="danger">{t(`refused.${refused}`)}</Notice>}
        {plan && <DraftRound page={page} plan={plan} />}
        {page.people.length > 0 && <RoundPeople page={page} />}
        <RoundWays page={page} />
      </div>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect, useNavigation } from "react-router";
import { z } from "zod";
import { isLimited } from "~/features/identity/index.ts";
import { takesCoaches } from "~/features/rounds/domain/index.ts";
import { heldInRound, requireRunner } from "~/features/rounds/index.server.ts";
import { HeldNotice, RelationshipsTable } from "~/features/rounds/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Points } from "~/ui/points.tsx";
import { CoachSearch } from "../components/hr/coach-search.tsx";
import { CountingNotice } from "../components/hr/counting-notice.tsx";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { participantPath, type RefusalWord, type Said, wordsIn } from "../components/hr/notices.ts";
import { assignCoach, coachInput } from "../releasing/assign-coach.server.ts";
import { type ParticipantPage, participantPage } from "../running/participant-page.server.ts";
import { readmitParticipant } from "../running/readmit-participant.server.ts";
import { withdrawParticipant } from "../running/withdraw-participant.server.ts";
import type { Route } from "./+types/cycle-participant";
import { leadToCycle } from "./lead-to-cycle.ts";

const presses = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(["withdraw", "readmit", "no-coach"]) }),
  z.object({ intent: z.literal("coach"), coach: coachInput }),
]);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const query = new URL(request.url).searchParams;
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const participantId = pathId(params.participantId);
  const page = await participantPage(platform, actor, {
    cycleId,
    participantId,
    search: query.get("q")?.trim() ?? "",
  });
  if (!page) throw notFound();
  const held =
    page.cycle.state === "collecting"
      ? await heldInRound(platform, actor, cycleId, participantId)
      : [];
  return { page, heldRaters: held, whole: !isLimited(actor), ...wordsIn(query) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const platform = getPlatform(context);
  const cycleId = pathId(params.cycleId);
  const participantId = pathId(params.participantId);
  const press = await readPress(request, presses);
  const assign = (coachId: string | null) =>
    assignCoach(platform, actor, cycleId, { whom: [participantId], coachId });
  const steps = {
    withdraw: [() => withdrawParticipant(platform, actor, participantId), "withdrawn"],
    readmit: [() => readmitParticipant(platform, actor, participantId), "readmitted"],
    coach: [() => assign("coach" in press ? press.coach : null), "coached"],
    "no-coach": [() => assign(null), "uncoached"],
  } as const;
  const [change, said] = steps[press.intent];
  const outcome = await change();
  const leadTo = (word: { said?: Said; refused?: RefusalWord }) =>
    participantPath(cycleId, participantId, word);
  return outcome.ok ? redirect(leadTo({ said })) : leadToCycle(cycleId, outcome.reason, leadTo);
}

/** One participant: how far their raters are, who coaches them, and leaving midway. */
export default function CycleParticipant({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["feedback-hr", "cycle-running"]);
  const { page, heldRaters, whole, said, refused } = loaderData;
  const { cycle, participant, groups } = page;
  return (
    <>
      <PageTitle>{`${participant.name} · ${cycle.name}`}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb"), href: "/cycles" },
          { label: cycle.name, href: `/cycles/${cycle.id}` },
        ]}
        title={participant.name}
        lead={[participant.jobTitle, participant.department].filter(Boolean).join(" · ")}
        action={
          cycle.state === "collecting" && !participant.withdrawn ? (
            <ButtonLink href={`/nominations/${participant.id}`}>
              {t("participant.raters", { ns: "cycle-running" })}
            </ButtonLink>
          ) : undefined
        }
      />
      <CycleNotice said={said} refused={refused} />
      <HeldNotice held={heldRaters} whole={whole} />
      <div className="grid max-w-224 grid-cols-1 gap-8">
        {participant.withdrawn && (
          <Notice>{t("participant.withdrawn", { ns: "cycle-running" })}</Notice>
        )}
        {groups.length > 0 && cycle.state === "collecting" && <RelationshipsTable rows={groups} />}
        {cycle.state === "collecting" && !participant.withdrawn && (
          <CountingNotice counting={page.counting} name={participant.name} />
        )}
        {cycle.releaseMode === "coach" && !participant.withdrawn && <Coach page={page} />}
        {cycle.state === "collecting" && <Leaving page={page} />}
      </div>
    </>
  );
}

function Coach({ page }: { page: ParticipantPage }) {
  const { t } = useTranslation("cycle-running");
  const { cycle, participant, coach, managerId, released, search, found, matching } = page;
  const address = `/cycles/${cycle.id}/participants/${participant.id}`;
  const settled = !takesCoaches(cycle.state);
  return (
    <Panel title={t("participant.coach")} lead={t("coaches.explain")}>
      {coach ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p>
            <bdi className="font-medium">{coach.name}</bdi>
            {coach.isManager && (
              <span className="block text-sm text-ink-muted">{t("coaches.isManager")}</span>
            )}
            {coach.rates && (
              <span className="block text-sm">
                {t("coaches.isRater", { participants: participant.name })}
              </span>
            )}
          </p>
          {!settled && (
            <Form method="post">
              <Button name="intent" value="no-coach">
                {t("coaches.remove")}
              </Button>
            </Form>
          )}
        </div>
      ) : (
        <p className="text-ink-muted">{t("coaches.noneYet")}</p>
      )}
      {!settled && released && (
        <p className="max-w-reading text-sm text-ink-muted">
          {t("coaches.released", { name: participant.name })}
        </p>
      )}
      {!settled && !released && (
        <CoachSearch
          address={address}
          search={search}
          found={found}
          matching={matching}
          selfId={participant.personId}
          managerId={managerId}
        />
      )}
    </Panel>
  );
}

function Leaving({ page: { participant } }: { page: ParticipantPage }) {
  const { t } = useTranslation("cycle-running");
  const sending = useNavigation().state === "submitting";
  const { name, withdrawn } = participant;
  const key = withdrawn ? "readmit" : "withdraw";
  const points = [
    "asked",
    "answers",
    withdrawn ? "told" : "others",
    ...(withdrawn ? [] : ["back"]),
  ];
  return (
    <Panel title={t(`${key}.title`, { name })}>
      <Disclosure summary={t(`${key}.open`, { name })} open={withdrawn}>
        <div className="grid gap-4">
          <Points points={points.map((point) => t(`${key}.points.${point}`))} />
          <Form method="post">
            <Button
              name="intent"
              value={key}
              variant={withdrawn ? "primary" : "danger"}
              wide
              busy={sending}
            >
              {t(`${key}.action`, { name })}
            </Button>
          </Form>
        </div>
      </Disclosure>
    </Panel>
  );
}

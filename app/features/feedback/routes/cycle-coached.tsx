import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { audienceView, readAudience } from "~/features/people/index.server.ts";
import { AudienceForm } from "~/features/people/index.ts";
import { takesCoaches } from "~/features/rounds/domain/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { Button } from "~/ui/button.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { chooseCoached, coachedPage } from "../releasing/coached-people.server.ts";
import type { Route } from "./+types/cycle-coached";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const which = { cycleId: pathId(params.cycleId), coachId: pathId(params.coachId) };
  const view = audienceView(request);
  const page = await coachedPage(getPlatform(context), actor, which, view);
  if (!page) throw notFound();
  const { id, releaseMode, state } = page.cycle;
  if (releaseMode !== "coach" || !takesCoaches(state)) throw redirect(`/cycles/${id}`);
  return { page, filter: view.filter };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const which = { cycleId: pathId(params.cycleId), coachId: pathId(params.coachId) };
  const { change, done, query } = await readAudience(request);
  const outcome = await chooseCoached(getPlatform(context), actor, which, change);
  if (!outcome.ok) return leadToCycle(which.cycleId, outcome.reason);
  const path = `/cycles/${which.cycleId}/coaches`;
  return redirect(done ? `${path}?said=coached` : `${path}/${which.coachId}?${query}`);
}

/** Whom one colleague coaches in a cycle: ticked one by one, or everyone below a manager, in a department and so on. */
export default function CycleCoached({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["cycle-running", "feedback-hr"]);
  const { cycle, coach, people, notes, released } = loaderData.page;
  const noteOn = (personId: string) => {
    const note = notes[personId];
    if (!note) return undefined;
    const said = [
      note.coach !== null && t("coached.now", { name: note.coach }),
      note.isManager && t("coached.isManager"),
      note.rates && t("coached.isRater"),
    ].filter((each) => each !== false);
    return said.length > 0 ? said.join(" ") : undefined;
  };
  return (
    <>
      <PageTitle>{`${t("coached.title", { name: coach.name })} · ${cycle.name}`}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb", { ns: "feedback-hr" }), href: "/cycles" },
          { label: cycle.name, href: `/cycles/${cycle.id}` },
          { label: t("coaches.title"), href: `/cycles/${cycle.id}/coaches` },
        ]}
        title={t("coached.title", { name: coach.name })}
        lead={[t("coached.lead"), released > 0 && t("coached.released", { count: released })]
          .filter(Boolean)
          .join(" ")}
      />
      <AudienceForm
        page={people}
        filter={loaderData.filter}
        path={`/cycles/${cycle.id}/coaches/${coach.id}`}
        noteOn={noteOn}
        chosen={t("coached.chosen", { count: people.chosen, name: coach.name })}
      >
        <Button variant="primary" name="intent" value="continue">
          {t("coached.save")}
        </Button>
      </AudienceForm>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { calibrate, calibrateInput } from "../assessments/calibration/calibrate.server.ts";
import { calibrationPage } from "../assessments/calibration/calibration-page.server.ts";
import { CalibrateForm } from "../components/assessments/calibrate-form.tsx";
import {
  AssessorsTable,
  ChangesTable,
  PlacedTable,
} from "../components/assessments/calibration-tables.tsx";
import { roundPath } from "../paths/assessment-paths.ts";
import type { Route } from "./+types/assessment-calibration";
import { leadToRound } from "./lead-to-round.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const page = await calibrationPage(getPlatform(context), actor, roundId);
  if (!page) throw notFound();
  const query = new URL(request.url).searchParams;
  const person = page.people.find(({ subjectId }) => subjectId === query.get("person"));
  const competency = page.competencies.find(({ id }) => id === query.get("competency"));
  const before = person && competency && person.levels[competency.id];
  const chosen =
    person?.isOpen && competency && before !== undefined ? { person, competency, before } : null;
  return { page, chosen, changed: query.get("said") === "changed" };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const roundId = pathId(params.roundId);
  const actor = await requireRunner(context, request, roundId);
  const hidden = ["subjectId", "competency", "before"] as const;
  const form = await readForm(request, calibrateInput, { hidden });
  if (!form.ok) return form.refused();
  const outcome = await calibrate(getPlatform(context), actor, roundId, form.value);
  if (outcome.ok) return redirect(`${roundPath(roundId)}/calibration?said=changed`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  return leadToRound(roundId, outcome.reason);
}

/** Where managers placed people, beside each other; what was changed of it, and why. */
export default function Calibration({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("assessments");
  const { page, chosen, changed } = loaderData;
  return (
    <>
      <PageTitle>{t("calibration.title")}</PageTitle>
      <PageHeader
        title={t("calibration.title")}
        lead={t("calibration.lead")}
        breadcrumbs={[
          { label: t("place"), href: "/assessments" },
          { label: page.round.name, href: roundPath(page.round.id) },
        ]}
      />
      <div className="grid gap-10">
        {changed && <Notice tone="success">{t("calibration.changed")}</Notice>}
        {chosen && <CalibrateForm page={page} chosen={chosen} answer={actionData} />}
        {page.awaited > 0 && <p>{t("calibration.awaited", { count: page.awaited })}</p>}
        <AssessorsTable page={page} />
        <PlacedTable page={page} />
        <ChangesTable page={page} />
      </div>
    </>
  );
}

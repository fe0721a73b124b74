import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { noteAbsence, noteAbsenceInput } from "../absence/note-absence.server.ts";
import { removeAbsence, removeAbsenceInput } from "../absence/remove-absence.server.ts";
import { setWorkingDays, setWorkingDaysInput } from "../absence/set-working-days.server.ts";
import { readPersonAbout } from "../by-hand/person-about.server.ts";
import { readTimesPage } from "../by-hand/person-parts-page.server.ts";
import { AbsencesPanel } from "../components/by-hand/absences-panel.tsx";
import { PersonWork } from "../components/by-hand/person-work.tsx";
import { WorkingDaysForm } from "../components/by-hand/working-days-form.tsx";
import type { Route } from "./+types/person-times";

/** What can be changed here, by the button that does it. */
const timesForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("days"), ...setWorkingDaysInput.shape }),
  z.object({ intent: z.literal("note"), ...noteAbsenceInput.shape }),
  z.object({ intent: z.literal("remove"), ...removeAbsenceInput.shape }),
]);

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const page = await readTimesPage(platform, actor, params.personId);
  const about = await readPersonAbout(platform, actor, params.personId);
  if (!page || !about) throw notFound();
  return { ...page, about, said: new URL(request.url).searchParams.get("said") === "times" };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const { personId } = params;
  const form = await readForm(request, timesForm, { hidden: ["revision", "absence"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const outcome =
    value.intent === "days"
      ? await setWorkingDays(platform, actor, personId, value)
      : value.intent === "note"
        ? await noteAbsence(platform, actor, personId, value)
        : await removeAbsence(platform, actor, personId, value);
  if (outcome.ok) return redirect(`/people/${personId}/times?said=times`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** On which days someone works, and when they are away. */
export default function PersonTimes({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people-edit");
  const { name, about, said } = loaderData;
  return (
    <PersonWork about={about} title={t("times.title", { name })} lead={t("times.lead")}>
      {said && !actionData && <Notice tone="success">{t("said.times")}</Notice>}
      <AbsencesPanel page={loaderData} answer={actionData} />
      <WorkingDaysForm page={loaderData} answer={actionData} />
    </PersonWork>
  );
}

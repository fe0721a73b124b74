import { data } from "react-router";
import { requireActor, requireReader } from "~/features/identity/index.server.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ReportPage } from "../components/report/report-page.tsx";
import { destinationsContext } from "../destinations.server.ts";
import { chooseFocusInput, usualDueDay } from "../domain/focus.ts";
import { isOwnReport } from "../domain/report-reader.ts";
import { chooseFocus } from "../report/choose-focus.server.ts";
import { reportPage } from "../report/report-page.server.ts";
import { reportReaders } from "../sharing/report-readers.server.ts";
import type { Route } from "./+types/report";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireReader(context, request);
  const platform = getPlatform(context);
  const page = await inOrganisation(platform, actor, async (tx) => {
    const today = await todayWhere(platform, tx, actor);
    const report = await reportPage(tx, actor, params.reportId, today);
    const own = report !== null && isOwnReport(report.reader);
    const readers = own ? await reportReaders(tx, actor, report.id, today) : null;
    return report && { report, readers, usualDueDay: usualDueDay(today) };
  });
  if (!page) throw notFound();
  const mayGoOn = page.report.reader === "participant" && page.report.focus.length > 0;
  const destinations = mayGoOn ? await context.get(destinationsContext)(actor, "focus") : [];
  return { ...page, destinations };
}

/** Chooses the focus. What was typed comes back with what is wrong with it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request, chooseFocusInput);
  const refused = (problems?: readonly Problem[]) =>
    data({ chosen: false, answer: form.answer(problems) }, { status: 400 });
  if (!form.ok) return refused();
  const outcome = await chooseFocus(getPlatform(context), actor, params.reportId, form.value);
  if (outcome.ok) return data({ chosen: true, answer: undefined });
  if (outcome.reason === "unknown") throw notFound();
  return refused(outcome.problems);
}

export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <ReportPage
      report={loaderData.report}
      readers={loaderData.readers}
      usualDueDay={loaderData.usualDueDay}
      destinations={loaderData.destinations}
      focusAnswer={actionData ?? null}
    />
  );
}

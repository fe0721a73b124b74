import { data, redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { CalendarPage } from "../components/time/calendar-page.tsx";
import { mayHavePlan } from "../policy.ts";
import { readOwnCalendar } from "../time/read-own-calendar.server.ts";
import { calendarFormPage } from "../time/time-page.server.ts";
import type { Route } from "./+types/time-calendar";

export function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  return calendarFormPage(getPlatform(context), actor, new URL(request.url).searchParams);
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const platform = getPlatform(context);
  const { searchParams } = new URL(request.url);
  const { isUnclear, ...asked } = await calendarFormPage(platform, actor, searchParams);
  if (isUnclear) return data(answerWith({ code: "unclear" }), { status: 400 });
  const upload = await readUpload(request, "file");
  const read = upload.ok
    ? await readOwnCalendar(platform, actor, asked, upload.file.content)
    : upload;
  if (read.ok) return redirect("/plan/time?said=read");
  if (read.reason === "unknown") throw notFound();
  return data(answerWith({ field: "file", code: read.reason }), {
    status: statusOfFault(read.reason),
  });
}

/** Reads some weeks from a calendar file. */
export default function TimeCalendar({ loaderData, actionData }: Route.ComponentProps) {
  return <CalendarPage asked={loaderData} answer={actionData} />;
}

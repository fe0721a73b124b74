import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { WeekPage } from "../components/time/week-page.tsx";
import { weekInput } from "../domain/time/week-form.ts";
import { mayHavePlan } from "../policy.ts";
import { saveWeek } from "../time/save-week.server.ts";
import { weekFormPage } from "../time/time-page.server.ts";
import type { Route } from "./+types/time-week";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const on = new URL(request.url).searchParams.get("on");
  return weekFormPage(getPlatform(context), actor, on);
}

const formInput = z.object({
  ...weekInput.shape,
  revision: z.int().min(0),
  seen: z.iso.date().optional(),
});

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, formInput, { hidden: ["revision", "seen"] });
  if (!form.ok) return form.refused();
  const { revision, seen, ...week } = form.value;
  const saved = await saveWeek(getPlatform(context), actor, week, {
    ...{ weekOn: seen ?? null, revision },
  });
  if (saved.ok) return redirect("/plan/time?said=week");
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** A week by hand. */
export default function TimeWeek({ loaderData, actionData }: Route.ComponentProps) {
  return <WeekPage page={loaderData} answer={actionData} />;
}

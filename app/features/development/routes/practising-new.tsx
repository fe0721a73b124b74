import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ChoiceForm } from "../components/practice/choice-form.tsx";
import { PractisingPage } from "../components/practice/practising-page.tsx";
import { mayHavePlan } from "../policy.ts";
import { practiceFormPage } from "../practice/practice-form-page.server.ts";
import { practiceForm, savePracticeChoice } from "../practice/save-practice-choice.server.ts";
import type { Route } from "./+types/practising-new";

function askedIn(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    area: searchParams.get("area"),
    behaviour: searchParams.get("behaviour"),
    offered: searchParams.get("practice"),
  };
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await practiceFormPage(getPlatform(context), actor, askedIn(request));
  return page ?? redirect("/plan/practice?said=another");
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, practiceForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const platform = getPlatform(context);
  const saved = await savePracticeChoice(platform, actor, askedIn(request), form.value);
  if (saved.ok) return redirect("/plan/practice?said=chosen");
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** Choosing what to practise. */
export default function NewPractising({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practising");
  return (
    <PractisingPage title={t("form.new")} lead={t("form.newLead")} isBelow>
      <ChoiceForm key={loaderData.draft} page={loaderData} answer={actionData} />
    </PractisingPage>
  );
}

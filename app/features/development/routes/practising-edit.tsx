import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ChoiceForm } from "../components/practice/choice-form.tsx";
import { PractisingPage } from "../components/practice/practising-page.tsx";
import { mayHavePlan } from "../policy.ts";
import { practiceFormPage } from "../practice/practice-form-page.server.ts";
import { practiceForm, savePracticeChoice } from "../practice/save-practice-choice.server.ts";
import type { Route } from "./+types/practising-edit";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await practiceFormPage(getPlatform(context), actor, null);
  return page ?? redirect("/plan/practice");
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, practiceForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const saved = await savePracticeChoice(getPlatform(context), actor, null, form.value);
  if (saved.ok) return redirect("/plan/practice?said=changed");
  if (saved.reason === "problems") return form.refused(saved.problems);
  // Stopped or thrown away in another tab.
  return redirect("/plan/practice");
}

/** Another moment, other words or other days for what somebody practises. */
export default function EditPractising({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practising");
  return (
    <PractisingPage title={t("form.edit")} lead={t("form.editLead")} isBelow>
      <ChoiceForm key={loaderData.draft} page={loaderData} answer={actionData} />
    </PractisingPage>
  );
}

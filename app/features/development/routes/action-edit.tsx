import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ActionPage } from "../components/plan/action-page.tsx";
import { actionInput } from "../domain/plan/action-form.ts";
import { actionFormPage } from "../plan/action-form-page.server.ts";
import { saveAction } from "../plan/save-action.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/action-edit";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await actionFormPage(getPlatform(context), actor, { action: params.actionId });
  if (!page) throw notFound();
  return page;
}

const changeInput = z.object({ ...actionInput.shape, revision: z.int().min(1) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, changeInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const target = { id: params.actionId, revision: form.value.revision };
  const saved = await saveAction(getPlatform(context), actor, target, form.value);
  if (saved.ok) return redirect("/plan?said=action");
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** What somebody will do about an area. */
export default function EditAction({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  return <ActionPage title={t("action.edit")} page={loaderData} answer={actionData} />;
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { DecisionPage } from "../components/delegations/decision-page.tsx";
import { delegationFormPage } from "../delegations/register-page.server.ts";
import { saveDelegation } from "../delegations/save-delegation.server.ts";
import { delegationInput } from "../domain/delegations/delegation.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/decision-new";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await delegationFormPage(getPlatform(context), actor, null);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, delegationInput);
  if (!form.ok) return form.refused();
  const saved = await saveDelegation(getPlatform(context), actor, null, form.value);
  if (saved.ok) return redirect("/plan/decisions?said=added");
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** A decision to write down. */
export default function NewDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("delegations");
  return <DecisionPage title={t("new")} page={loaderData} answer={actionData} />;
}

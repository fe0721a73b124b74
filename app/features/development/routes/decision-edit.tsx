import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { DecisionPage } from "../components/delegations/decision-page.tsx";
import { delegationFormPage } from "../delegations/register-page.server.ts";
import { saveDelegation } from "../delegations/save-delegation.server.ts";
import { delegationInput } from "../domain/delegations/delegation.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/decision-edit";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await delegationFormPage(getPlatform(context), actor, params.decisionId);
  if (!page) throw notFound();
  return page;
}

const changeInput = z.object({ ...delegationInput.shape, revision: z.int().min(1) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, changeInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const target = { id: params.decisionId, revision: form.value.revision };
  const saved = await saveDelegation(getPlatform(context), actor, target, form.value);
  if (saved.ok) return redirect("/plan/decisions?said=changed");
  if (saved.reason === "problems") return form.refused(saved.problems);
  throw notFound();
}

/** A decision that stands in the register. */
export default function EditDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("delegations");
  return <DecisionPage title={t("edit")} page={loaderData} answer={actionData} />;
}

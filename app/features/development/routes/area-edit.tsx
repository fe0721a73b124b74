import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AreaForm } from "../components/plan/area-form.tsx";
import { GoodGoal } from "../components/plan/good-goal.tsx";
import { WithPurpose } from "../components/plan/purpose-aside.tsx";
import { areaInput } from "../domain/plan/area-form.ts";
import { editAreaPage } from "../plan/area-form-page.server.ts";
import { changeArea } from "../plan/save-area.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/area-edit";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await editAreaPage(getPlatform(context), actor, params.areaId);
  if (!page) throw notFound();
  return page;
}

const changeInput = z.object({ ...areaInput.shape, revision: z.int().min(1) });

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, changeInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const target = { id: params.areaId, revision: form.value.revision };
  const changed = await changeArea(getPlatform(context), actor, target, form.value);
  if (changed.ok) return redirect("/plan?said=area");
  if (changed.reason === "problems") return form.refused(changed.problems);
  throw notFound();
}

/** What somebody works on, and its goal. */
export default function EditArea({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  return (
    <>
      <PageTitle>{t("area.edit")}</PageTitle>
      <PageHeader
        title={t("area.edit")}
        lead={t("area.editLead")}
        breadcrumbs={[{ label: t("own.title"), href: "/plan" }]}
      />
      <WithPurpose help={<GoodGoal />}>
        <AreaForm page={loaderData} answer={actionData} />
      </WithPurpose>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
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
import { newAreaPage } from "../plan/area-form-page.server.ts";
import { addArea } from "../plan/save-area.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/area-new";

const askedFrom = (request: Request) => new URL(request.url).searchParams.get("from");

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const page = await newAreaPage(getPlatform(context), actor, askedFrom(request));
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, areaInput);
  if (!form.ok) return form.refused();
  const added = await addArea(getPlatform(context), actor, askedFrom(request), form.value);
  if (added.ok) return redirect("/plan?said=area");
  if (added.reason === "problems") return form.refused(added.problems);
  throw notFound();
}

/** Something new to work on. */
export default function NewArea({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("plan");
  return (
    <>
      <PageTitle>{t("area.new")}</PageTitle>
      <PageHeader
        title={t("area.new")}
        lead={t("area.newLead")}
        breadcrumbs={[{ label: t("own.title"), href: "/plan" }]}
      />
      <WithPurpose help={<GoodGoal />}>
        <AreaForm page={loaderData} answer={actionData} />
      </WithPurpose>
    </>
  );
}

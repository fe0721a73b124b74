import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { mayHavePlan } from "~/features/development/index.ts";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { askAway, askAwayInput } from "../away/ask-away.server.ts";
import { awayPage } from "../away/away-page.server.ts";
import { awayPath } from "../away/away-path.ts";
import { AwayFrame } from "../components/away/away-frame.tsx";
import { AwayView } from "../components/away/away-view.tsx";
import type { Route } from "./+types/away-test";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const { searchParams } = new URL(request.url);
  return { page: await awayPage(getPlatform(context), actor, searchParams.get("from")) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, askAwayInput, { hidden: ["team"] });
  if (!form.ok) return form.refused();
  const asked = await askAway(getPlatform(context), actor, form.value);
  if (asked.ok) return redirect(`${awayPath(asked.value.id)}?said=asked`);
  if (asked.reason === "problems") return form.refused(asked.problems);
  if (asked.reason === "not-allowed") throw notFound();
  return form.refused([{ code: asked.reason }]);
}

/** Asking one's team after one was away, and every time one did. */
export default function AwayTest({ loaderData: { page }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("away");
  return (
    <AwayFrame title={t("title")} lead={t("lead")}>
      <AwayView page={page} answer={actionData} />
    </AwayFrame>
  );
}

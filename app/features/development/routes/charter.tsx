import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageTitle } from "~/ui/page-title.tsx";
import { ownCharterPage } from "../charter/charter-pages.server.ts";
import { ownPress, pressOnOwnCharter } from "../charter/press-on-charter.server.ts";
import { OwnCharter } from "../components/charter/own-charter.tsx";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/charter";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const said = new URL(request.url).searchParams.get("said");
  return { page: await ownCharterPage(getPlatform(context), actor), said };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, ownPress, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const done = await pressOnOwnCharter(getPlatform(context), actor, form.value);
  if (done.ok) return redirect(`/charter?said=${form.value.intent}`);
  if (done.reason === "problems") return form.refused(done.problems);
  throw notFound();
}

/** What somebody's job is in managing and leading, as agreed. */
export default function Charter({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("charters");
  return (
    <>
      <PageTitle>{t("own.title")}</PageTitle>
      <OwnCharter {...loaderData} answer={actionData} />
    </>
  );
}

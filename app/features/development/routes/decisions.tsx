import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageTitle } from "~/ui/page-title.tsx";
import { RegisterView } from "../components/delegations/register-view.tsx";
import { delegationPress, pressOnDelegation } from "../delegations/press-on-delegation.server.ts";
import { registerPage } from "../delegations/register-page.server.ts";
import { mayHavePlan } from "../policy.ts";
import type { Route } from "./+types/decisions";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const said = new URL(request.url).searchParams.get("said");
  return { page: await registerPage(getPlatform(context), actor), said };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAble(context, request, mayHavePlan);
  const form = await readForm(request, delegationPress);
  if (!form.ok) return form.refused();
  const done = await pressOnDelegation(getPlatform(context), actor, form.value);
  if (done.ok) return redirect(`/plan/decisions?said=${form.value.step}`);
  if (done.reason === "problems") return form.refused(done.problems);
  throw notFound();
}

/** Which decisions somebody makes, and which others make for them. */
export default function Decisions({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("delegations");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <RegisterView {...loaderData} answer={actionData} />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { formOf, roleFramework } from "../components/role-form-values.ts";
import { RolePage } from "../components/role-page.tsx";
import { roleInput } from "../domain/read-role-form.ts";
import { roleProfilesPage } from "../role-profile-reads.server.ts";
import { saveRoleProfile } from "../save-role-profile.server.ts";
import type { Route } from "./+types/role-new";

async function frameworkFor({ context, request }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const wanted = new URL(request.url).searchParams.get("framework");
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    roleProfilesPage(tx, actor),
  );
  const framework = wanted
    ? page?.frameworks.find(({ key }) => key === wanted)
    : page?.frameworks[0];
  if (!framework) throw notFound();
  return { actor, framework };
}

export async function loader(args: Route.LoaderArgs) {
  const { framework } = await frameworkFor(args);
  return {
    framework: roleFramework(framework),
    values: formOf(framework, null),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, framework } = await frameworkFor(args);
  const form = await readForm(args.request, roleInput);
  if (!form.ok) return form.refused();
  const target = { frameworkKey: framework.key };
  const outcome = await saveRoleProfile(getPlatform(args.context), actor, target, form.value);
  if (outcome.ok) return redirect("/roles?said=saved");
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

export default function NewRole({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  return (
    <RolePage
      title={t("role.newTitle")}
      framework={loaderData.framework}
      values={loaderData.values}
      answer={actionData}
    />
  );
}

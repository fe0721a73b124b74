import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Form } from "~/ui/form.tsx";
import { formOf, roleFramework } from "../components/role-form-values.ts";
import { RolePage } from "../components/role-page.tsx";
import { roleInput } from "../domain/read-role-form.ts";
import { removeRoleProfile } from "../remove-role-profile.server.ts";
import { roleProfilePage } from "../role-profile-reads.server.ts";
import { saveRoleProfile } from "../save-role-profile.server.ts";
import type { Route } from "./+types/role";

async function roleFor({ context, params, request }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    roleProfilePage(tx, actor, params.roleId),
  );
  if (!page) throw notFound();
  return { actor, ...page };
}

export async function loader(args: Route.LoaderArgs) {
  const { framework, profile } = await roleFor(args);
  return {
    id: profile.id,
    name: profile.name,
    revision: profile.revision,
    framework: roleFramework(framework),
    values: formOf(framework, profile),
  };
}

const roleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), revision: z.int(), ...roleInput.shape }),
  z.object({ intent: z.literal("remove") }),
]);

export async function action(args: Route.ActionArgs) {
  const { actor, profile } = await roleFor(args);
  const platform = getPlatform(args.context);
  const form = await readForm(args.request, roleForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  if (form.value.intent === "remove") {
    const removed = await removeRoleProfile(platform, actor, profile.id);
    if (!removed.ok && removed.reason === "not-allowed") throw notFound();
    // Gone already, by another tab: what was wanted is so.
    return redirect("/roles?said=removed");
  }
  const { revision, ...role } = form.value;
  const outcome = await saveRoleProfile(platform, actor, { id: profile.id, revision }, role);
  if (outcome.ok) return redirect("/roles?said=saved");
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

export default function EditRole({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name, framework, revision } = loaderData;
  return (
    <RolePage
      title={t("role.editTitle", { name })}
      framework={framework}
      values={loaderData.values}
      saved={{ id, revision }}
      answer={actionData}
    >
      <Disclosure summary={t("role.remove.summary")}>
        <Form method="post" className="grid max-w-reading justify-items-start gap-3">
          <p className="text-ink-muted">{t("role.remove.body")}</p>
          <Button variant="caution" name="intent" value="remove">
            {t("role.remove.action", { name })}
          </Button>
        </Form>
      </Disclosure>
    </RolePage>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { editPerson, editPersonInput } from "../by-hand/edit-person.server.ts";
import { readPersonAbout } from "../by-hand/person-about.server.ts";
import { readEditPage } from "../by-hand/person-form-page.server.ts";
import { PersonForm } from "../components/by-hand/person-form.tsx";
import { PersonWork } from "../components/by-hand/person-work.tsx";
import { WhoSees } from "../components/by-hand/who-sees.tsx";
import type { Route } from "./+types/person-edit";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const page = await readEditPage(platform, actor, params.personId);
  const about = await readPersonAbout(platform, actor, params.personId);
  if (!page || !about) throw notFound();
  return { ...page, about };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const form = await readForm(request, editPersonInput, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const outcome = await editPerson(getPlatform(context), actor, params.personId, form.value);
  if (outcome.ok)
    return redirect(`/people/${params.personId}?said=${outcome.value.waits ? "waits" : "edited"}`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** Someone of the directory, to be changed by hand. */
export default function PersonEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = useTranslation(["people-edit", "people-merge"]);
  const { name, about } = loaderData;
  const back = `/people/${params.personId}`;
  return (
    <PersonWork
      about={about}
      title={t("edit.title", { name })}
      lead={t("edit.lead")}
      action={<ButtonLink href={`${back}/merge`}>{t("people-merge:link")}</ButtonLink>}
      beside={<WhoSees />}
    >
      <PersonForm
        page={loaderData}
        edited={{ ...loaderData, id: params.personId }}
        answer={actionData}
        action={t("edit.action")}
        cancelHref={back}
      />
    </PersonWork>
  );
}

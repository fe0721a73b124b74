import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { readPersonAbout } from "../by-hand/person-about.server.ts";
import { PersonWork } from "../components/by-hand/person-work.tsx";
import { EraseForm } from "../components/erase/erase-form.tsx";
import { Erased } from "../components/erase/erased.tsx";
import { readErasePage } from "../erase/erase-page.server.ts";
import { erasePerson, erasePersonInput } from "../erase/erase-person.server.ts";
import { personalContext } from "../personal/personal-context.server.ts";
import type { Route } from "./+types/person-erase";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const personal = context.get(personalContext);
  const platform = getPlatform(context);
  const page = await readErasePage(platform, personal, actor, params.personId);
  if (!page) throw notFound();
  if (page.erased) return page;
  const about = await readPersonAbout(platform, actor, params.personId);
  if (!about) throw notFound();
  return { ...page, about };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const form = await readForm(request, erasePersonInput, { hidden: ["seen"] });
  if (!form.ok) return form.refused();
  const { personId } = params;
  const personal = context.get(personalContext);
  const erased = await erasePerson(getPlatform(context), personal, actor, personId, form.value);
  // The page says what was done.
  if (erased.ok) return redirect(`/people/${personId}/erase`);
  if (erased.reason === "problems") return form.refused(erased.problems);
  throw notFound();
}

/** Leaves nothing of somebody by which they could be told; afterwards, what was done. */
export default function PersonErase({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = useTranslation(["people-erase", "people"]);
  if (!loaderData.erased)
    return (
      <PersonWork
        about={loaderData.about}
        title={t("title", { name: loaderData.name })}
        lead={t("lead")}
      >
        <EraseForm
          key={loaderData.seen}
          page={loaderData}
          answer={actionData}
          cancelHref={`/people/${params.personId}`}
        />
      </PersonWork>
    );
  return (
    <>
      <PageTitle>{t("done.tab")}</PageTitle>
      <PageHeader
        title={t("done.title")}
        breadcrumbs={[{ label: t("people:directory.title"), href: "/people" }]}
      />
      <Erased counts={loaderData.counts} />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { addPerson, addPersonInput } from "../by-hand/add-person.server.ts";
import { readAddPage } from "../by-hand/person-form-page.server.ts";
import { PersonForm } from "../components/by-hand/person-form.tsx";
import { WhoSees } from "../components/by-hand/who-sees.tsx";
import type { Route } from "./+types/person-new";

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = await readAddPage(getPlatform(context), requireAdmin(context, request));
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const form = await readForm(request, addPersonInput);
  if (!form.ok) return form.refused();
  const outcome = await addPerson(getPlatform(context), actor, form.value);
  if (outcome.ok) return redirect(`/people/${outcome.value.personId}?said=added`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** Somebody new, by hand. */
export default function PersonNew({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["people-edit", "people"]);
  return (
    <>
      <PageTitle>{t("add.title")}</PageTitle>
      <PageHeader
        title={t("add.title")}
        lead={t("add.lead")}
        breadcrumbs={[{ label: t("people:directory.title"), href: "/people" }]}
      />
      <WithAside
        label={t("about.label")}
        aside={
          <>
            <WhoSees />
            <AsidePart title={t("add.many.title")}>
              <p className="mb-2 text-ink-muted">{t("add.many.body")}</p>
              <Link alone href="/people/import">
                {t("people:directory.import")}
              </Link>
            </AsidePart>
          </>
        }
      >
        <div className="max-w-reading">
          <PersonForm
            page={loaderData}
            answer={actionData}
            action={t("add.action")}
            cancelHref="/people"
          />
        </div>
      </WithAside>
    </>
  );
}

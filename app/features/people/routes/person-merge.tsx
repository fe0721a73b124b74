import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { MergeForm } from "../components/merge/merge-form.tsx";
import { RecordSearch } from "../components/merge/record-search.tsx";
import { readMergePage } from "../merge/merge-page.server.ts";
import { mergePeople, mergePeopleInput } from "../merge/merge-people.server.ts";
import { personalContext } from "../personal/personal-context.server.ts";
import type { Route } from "./+types/person-merge";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const address = new URL(request.url).searchParams;
  const page = await readMergePage(
    getPlatform(context),
    context.get(personalContext),
    actor,
    params.personId,
    { search: (address.get("q") ?? "").trim().slice(0, 200), other: address.get("other") },
  );
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const form = await readForm(request, mergePeopleInput, { hidden: ["other", "seen"] });
  if (!form.ok) return form.refused();
  const { personId } = params;
  const personal = context.get(personalContext);
  const merged = await mergePeople(getPlatform(context), personal, actor, personId, form.value);
  if (merged.ok)
    return redirect(`/people/${personId}?said=${merged.value.waits ? "mergedWaits" : "merged"}`);
  if (merged.reason === "problems") return form.refused(merged.problems);
  throw notFound();
}

/** One record of two of the same person: who the other is, and what would come of it. */
export default function PersonMerge({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["people-merge", "people"]);
  const { person, preview, ...search } = loaderData;
  const back = `/people/${person.id}`;
  return (
    <>
      <PageTitle>{t("title", { name: person.name })}</PageTitle>
      <PageHeader
        title={t("title", { name: person.name })}
        lead={t("lead")}
        breadcrumbs={[
          { label: t("people:directory.title"), href: "/people" },
          { label: person.name, href: back },
        ]}
      />
      {preview ? (
        <MergeForm
          key={preview.seen}
          person={person}
          preview={preview}
          answer={actionData}
          cancelHref={back}
        />
      ) : (
        <div className="max-w-reading">
          <RecordSearch {...search} />
        </div>
      )}
    </>
  );
}

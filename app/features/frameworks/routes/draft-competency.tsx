import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { CompetencyForm } from "../components/competency-form.tsx";
import { competencyFormPage } from "../own/competency-form-page.server.ts";
import { editOwnDraft } from "../own/edit-own-draft.server.ts";
import { ownCompetencyInput, saveOwnCompetency } from "../own/save-own-competency.server.ts";
import type { Route } from "./+types/draft-competency";

const askedFor = (request: Request) => new URL(request.url).searchParams.get("id");

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const page = await inOrganisation(getPlatform(context), actor, (tx) =>
    competencyFormPage(tx, actor, frameworkId, askedFor(request)),
  );
  if (!page) throw notFound();
  return { id: frameworkId, ...page };
}

const revision = z.int();
const competencyForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), revision, ...ownCompetencyInput.shape }),
  z.object({ intent: z.literal("remove"), revision }),
]);

export async function action({ context, request, params: { frameworkId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const competency = askedFor(request);
  const form = await readForm(request, competencyForm, { hidden: ["revision"] });
  if (!form.ok) return form.refused();
  const { value } = form;
  const target = { id: frameworkId, revision: value.revision, competency };
  const outcome =
    value.intent === "save"
      ? await saveOwnCompetency(platform, actor, target, value)
      : await editOwnDraft(platform, actor, target, {
          kind: "remove-competency",
          id: competency ?? "",
        });
  if (outcome.ok) return redirect(`/frameworks/${frameworkId}/draft`);
  if (outcome.reason === "problems") return form.refused(outcome.problems);
  throw notFound();
}

/** The form of one competency of a draft, new or not. */
export default function DraftCompetency({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name, framework } = loaderData;
  const title = name === null ? t("own.competency.add") : t("own.competency.edit", { name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          { label: t("own.draftTitle", { name: framework }), href: `/frameworks/${id}/draft` },
        ]}
      />
      <CompetencyForm page={loaderData} answer={actionData} back={`/frameworks/${id}/draft`} />
    </>
  );
}

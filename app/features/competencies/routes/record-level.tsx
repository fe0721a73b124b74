import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { RecordForm } from "../components/record-form.tsx";
import { recordEvidence, recordInput } from "../ledger/record-evidence.server.ts";
import { recordPage } from "../levels/record-page.server.ts";
import type { Route } from "./+types/record-level";

export async function loader({ context, request, params: { personId } }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = new URL(request.url).searchParams;
  const wanted = { framework: query.get("framework"), competency: query.get("competency") };
  const page = await recordPage(getPlatform(context), actor, personId, wanted);
  if (!page) throw notFound();
  return page;
}

export async function action({ context, request, params: { personId } }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request, recordInput, { hidden: ["framework", "version"] });
  if (!form.ok) return form.refused();
  const outcome = await recordEvidence(getPlatform(context), actor, personId, form.value);
  if (!outcome.ok && outcome.reason === "problems") return form.refused(outcome.problems);
  if (!outcome.ok) throw notFound();
  const { framework } = form.value;
  return redirect(`/levels/${personId}?${new URLSearchParams({ framework, said: "recorded" })}`);
}

/** What somebody says of a level: which competency first, then the level by what one sees on it. */
export default function RecordLevel({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("competencies");
  const { person } = page;
  const title = person.isOwn ? t("record.ownTitle") : t("record.title", { name: person.name });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={t(person.isOwn ? "record.ownLead" : "record.lead")}
        breadcrumbs={[
          {
            label: person.isOwn ? t("levels.ownTitle") : t("levels.title", { name: person.name }),
            href: `/levels/${person.id}?framework=${encodeURIComponent(page.framework.framework)}`,
          },
        ]}
      />
      <RecordForm page={page} answer={actionData} />
    </>
  );
}

import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { TABLE_FILES, UploadForm } from "~/ui/upload-form.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { faultText } from "../components/fault-text.ts";
import { FileProblems } from "../components/file-reading.tsx";
import { isOfEsco } from "../domain/exchange/place-in-pillar.ts";
import { arrangeByPillar } from "../own/arrange-by-pillar.server.ts";
import { askedRevision } from "../own/asked.ts";
import { ownDraft } from "../own/own-framework-reads.server.ts";
import type { Route } from "./+types/draft-pillar";

export async function loader({ context, request, params: { frameworkId } }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const draft = await inOrganisation(getPlatform(context), actor, (tx) =>
    ownDraft(tx, actor, frameworkId),
  );
  if (!draft || !isOfEsco(draft.definition)) throw notFound();
  return { id: frameworkId, name: draft.definition.name, revision: draft.revision };
}

export async function action({ context, request, params: { frameworkId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const revision = askedRevision(new URL(request.url).searchParams);
  const upload = await readUpload(request, "file");
  const target = { id: frameworkId, revision };
  const outcome = upload.ok
    ? await arrangeByPillar(getPlatform(context), actor, target, upload.file)
    : upload;
  if (outcome.ok) throw redirect(`/frameworks/${frameworkId}/draft`);
  if (outcome.reason === "not-allowed" || outcome.reason === "unknown") throw notFound();
  const reason = outcome.reason === "problems" ? "changed-meanwhile" : outcome.reason;
  const problems = "rows" in outcome ? outcome.rows : [];
  return data({ reason, problems }, { status: statusOfFault(reason) });
}

/** Takes in the files in which ESCO says where its skills stand. */
export default function DraftPillar({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const { id, name, revision } = loaderData;
  const points = (["tree", "relations", "refused"] as const).map((each) => t(`own.pillar.${each}`));
  return (
    <>
      <PageTitle>{t("own.pillar.title")}</PageTitle>
      <PageHeader
        title={t("own.pillar.title")}
        lead={t("own.pillar.lead")}
        breadcrumbs={[
          { label: t("own.title"), href: "/frameworks" },
          { label: t("own.draftTitle", { name }), href: `/frameworks/${id}/draft` },
        ]}
      />
      <WithAside
        label={t("own.pillar.beside")}
        aside={
          <AsidePart title={t("own.pillar.files")}>
            <div className="text-ink-muted">
              <Points points={points} />
            </div>
          </AsidePart>
        }
      >
        <div className="max-w-reading">
          <UploadForm
            label={t("own.pillar.file")}
            hint={t("own.pillar.hint")}
            button={t("own.pillar.action")}
            action={`?revision=${revision}`}
            accept={TABLE_FILES}
            problem={actionData && t(faultText(actionData.reason))}
          >
            {actionData && actionData.problems.length > 0 && (
              <FileProblems problems={actionData.problems} refused={actionData.problems.length} />
            )}
          </UploadForm>
        </div>
      </WithAside>
    </>
  );
}

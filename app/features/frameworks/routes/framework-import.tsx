import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { UploadForm } from "~/ui/upload-form.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { faultText } from "../components/fault-text.ts";
import { FileProblems } from "../components/file-reading.tsx";
import { importOwnFramework } from "../own/import-own-framework.server.ts";
import { levelNames } from "../own/usual-levels.ts";
import type { Route } from "./+types/framework-import";

export function loader({ context, request }: Route.LoaderArgs) {
  requireAdmin(context, request);
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const upload = await readUpload(request, "file");
  const about = {
    language: readerLanguage(),
    levelNames: levelNames(readerTexts().getFixedT(null, "frameworks")),
  };
  const outcome = upload.ok
    ? await importOwnFramework(getPlatform(context), actor, upload.file, about)
    : upload;
  if (outcome.ok) throw redirect(`/frameworks/${outcome.value.id}/draft`);
  const { reason } = outcome;
  const problems = "problems" in outcome ? outcome.problems : [];
  return data({ reason, problems }, { status: statusOfFault(reason) });
}

const FORMATS = ["table", "json", "case", "esco", "onet", "progression", "domains"] as const;

/** Takes a file of a framework in. */
export default function FrameworkImport({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation("frameworks");
  const problem = actionData && t(faultText(actionData.reason));
  return (
    <>
      <PageTitle>{t("own.import.title")}</PageTitle>
      <PageHeader
        title={t("own.import.title")}
        lead={t("own.import.lead")}
        breadcrumbs={[{ label: t("own.title"), href: "/frameworks" }]}
      />
      <WithAside
        label={t("own.import.beside")}
        aside={
          <AsidePart title={t("own.import.formats")}>
            <div className="text-ink-muted">
              <Points points={FORMATS.map((format) => t(`own.formats.${format}`))} />
            </div>
          </AsidePart>
        }
      >
        <div className="max-w-reading">
          <UploadForm
            label={t("own.import.file")}
            hint={t("own.import.hint")}
            button={t("own.import.action")}
            accept=".csv,.tsv,.txt,.xlsx,.json,.yml,.yaml"
            problem={problem}
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

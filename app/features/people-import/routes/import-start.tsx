import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { IMPORT_FIELDS } from "~/features/people/domain/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { DownloadIcon } from "~/ui/icons.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { TABLE_FILES, UploadForm } from "~/ui/upload-form.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { uploadPeopleFile } from "../upload-people-file.server.ts";
import type { Route } from "./+types/import-start";

export function loader({ context, request }: Route.LoaderArgs) {
  requireAdmin(context, request);
  return null;
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const upload = await readUpload(request, "file");
  const outcome = upload.ok
    ? await uploadPeopleFile(getPlatform(context), actor, upload.file)
    : upload;
  if (outcome.ok) throw redirect(`/people/import/${outcome.value.importId}`);
  const { reason } = outcome;
  const values = "row" in outcome && outcome.row ? { values: { row: outcome.row } } : {};
  return data(answerWith({ field: "file", code: reason, ...values }), {
    status: statusOfFault(reason),
  });
}

export default function ImportStart({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["people-import", "people"]);
  const [problem] = problemsIn(actionData).map(({ code, values }) =>
    t(`import.faults.${code}`, { ...values, context: values ? "row" : undefined }),
  );
  return (
    <>
      <PageTitle>{t("import.title")}</PageTitle>
      <PageHeader
        title={t("import.title")}
        lead={t("import.lead")}
        breadcrumbs={[{ label: t("people:directory.title"), href: "/people" }]}
      />
      <WithAside label={t("import.beside")} aside={<WhatHappens />}>
        <div className="max-w-reading">
          <UploadForm
            label={t("import.file")}
            hint={t("import.fileHint")}
            button={t("import.upload")}
            accept={TABLE_FILES}
            problem={problem}
          />
        </div>
      </WithAside>
    </>
  );
}

const PROMISES = ["review", "match", "absent", "away", "erased"] as const;

/** Beside the file: what becomes of it, and what may stand in it. */
function WhatHappens() {
  const { t } = useTranslation(["people-import", "people"]);
  const fields = listed(IMPORT_FIELDS.map((field) => t(`people:fields.${field}`)));
  return (
    <>
      <AsidePart title={t("import.what.title")}>
        <div className="text-ink-muted">
          <Points points={PROMISES.map((promise) => t(`import.what.${promise}`))} />
        </div>
      </AsidePart>
      <AsidePart title={t("import.columns.title")}>
        <div className="grid justify-items-start gap-2 text-ink-muted">
          <p>{t("import.columns.needed")}</p>
          <p>{t("import.columns.absences")}</p>
          <p>{t("template.hint")}</p>
          <ButtonLink
            size="small"
            href="/people/import/template"
            reloadDocument
            icon={<DownloadIcon className="size-4" />}
          >
            {t("template.link")}
          </ButtonLink>
          <Disclosure summary={t("import.columns.all")}>
            <p>{t("import.columns.body", { fields })}</p>
          </Disclosure>
        </div>
      </AsidePart>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { data, Form, redirect, useNavigation } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { Button } from "~/ui/button.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FileField } from "~/ui/file-field.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { Panel } from "~/ui/panel.tsx";
import { IMPORT_FIELDS } from "../domain/import/fields.ts";
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
  const { t } = useTranslation("people");
  const busy = useNavigation().state === "submitting";
  const [problem] = problemsIn(actionData).map(({ code, values }) =>
    t(`import.faults.${code}`, { ...values, context: values ? "row" : undefined }),
  );
  return (
    <>
      <title>{t("import.title")}</title>
      <PageHeader
        title={t("import.title")}
        lead={t("import.lead")}
        breadcrumbs={[{ label: t("directory.title"), href: "/people" }]}
      />
      <div className="grid grid-cols-1 gap-6">
        <ErrorSummary problems={problem ? [{ field: "file", message: problem }] : []} />
        <Form method="post" encType="multipart/form-data" noValidate className="grid gap-6">
          <FileField
            name="file"
            label={t("import.file")}
            hint={t("import.fileHint")}
            error={problem}
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
          <Button variant="primary" className="w-fit" busy={busy}>
            {t("import.upload")}
          </Button>
        </Form>
        <WhatHappens />
      </div>
    </>
  );
}

const PROMISES = ["review", "match", "absent", "erased"] as const;

function WhatHappens() {
  const { t } = useTranslation("people");
  const fields = listed(IMPORT_FIELDS.map((field) => t(`fields.${field}`)));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Panel title={t("import.what.title")}>
        <ul className="grid list-disc gap-2 ps-5">
          {PROMISES.map((promise) => (
            <li key={promise}>{t(`import.what.${promise}`)}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("import.columns.title")}>
        <p>{t("import.columns.body", { fields })}</p>
        <p>{t("import.columns.needed")}</p>
      </Panel>
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { data, redirect, useNavigation } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { Button } from "~/ui/button.tsx";
import { DescriptionList } from "~/ui/description-list.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { FileField } from "~/ui/file-field.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import { Select } from "~/ui/select.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import type { RowProblem } from "../domain/roles/read-table.ts";
import { type RoleColumn, roleColumns } from "../domain/roles/table-columns.ts";
import { levelledFrameworks } from "../levelled/levelled-reads.server.ts";
import { importRoles } from "../roles/import-roles.server.ts";
import type { Route } from "./+types/roles-import";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const frameworks = await inOrganisation(getPlatform(context), actor, (tx) =>
    levelledFrameworks(tx, actor),
  );
  return { frameworks, chosen: new URL(request.url).searchParams.get("framework") };
}

/** As many as anybody reads; their count is told beside. */
const PROBLEMS_SHOWN = 200;

export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const upload = await readUpload(request, "file");
  // In the address rather than in the form: what is beside a file is read after all of it.
  const framework = new URL(request.url).searchParams.get("framework") ?? "";
  const outcome = upload.ok
    ? await importRoles(getPlatform(context), actor, upload.file, framework)
    : upload;
  if (outcome.ok) {
    const { leftOut, ...counts } = outcome.value;
    const query = new URLSearchParams({ said: "imported" });
    for (const [name, count] of Object.entries(counts)) query.set(name, String(count));
    for (const column of leftOut) query.append("left-out", column);
    throw redirect(`/roles?${query}`);
  }
  const problems: RowProblem[] = "problems" in outcome ? outcome.problems : [];
  return data(
    {
      reason: outcome.reason,
      problems: problems.slice(0, PROBLEMS_SHOWN),
      refused: problems.length,
    },
    { status: statusOfFault(outcome.reason) },
  );
}

/** Takes a table of roles in. */
export default function RolesImport({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("roles");
  const { frameworks, chosen } = loaderData;
  const busy = useNavigation().state === "submitting";
  const framework = frameworks.find((each) => each.framework === chosen) ?? frameworks[0];
  const problem = actionData && t(faultText(actionData.reason), { count: actionData.refused });
  return (
    <>
      <PageTitle>{t("import.title")}</PageTitle>
      <PageHeader
        breadcrumbs={[{ label: t("list.title"), href: "/roles" }]}
        title={t("import.title")}
        lead={t("import.lead")}
      />
      <WithAside label={t("import.beside")} aside={<ImportAside />}>
        <div className="grid max-w-reading gap-8">
          <ErrorSummary problems={problem ? [{ field: "file", message: problem }] : []} />
          {actionData && actionData.problems.length > 0 && <RowProblems {...actionData} />}
          {frameworks.length > 1 && (
            <Form method="get" className="flex flex-wrap items-end gap-3">
              <Select
                name="framework"
                label={t("import.framework")}
                defaultValue={framework?.framework}
                options={frameworks.map(({ framework: value, name }) => ({ value, label: name }))}
              />
              <Button>{t("import.choose")}</Button>
            </Form>
          )}
          <Form
            method="post"
            action={`/roles/import?framework=${encodeURIComponent(framework?.framework ?? "")}`}
            encType="multipart/form-data"
            noValidate
            className="grid gap-6"
          >
            <FileField
              name="file"
              label={t("import.file", { framework: framework?.name })}
              hint={t("import.hint")}
              error={problem}
              accept=".csv,.tsv,.txt,.xlsx"
            />
            <Button variant="primary" className="w-fit" busy={busy}>
              {t("import.action")}
            </Button>
          </Form>
          <Disclosure summary={t("import.columns")}>
            <DescriptionList
              items={(Object.keys(roleColumns) as RoleColumn[]).map((column) => ({
                term: roleColumns[column][0],
                details: t(`import.column.${column}`),
              }))}
            />
          </Disclosure>
        </div>
      </WithAside>
    </>
  );
}

function ImportAside() {
  const { t } = useTranslation("roles");
  return (
    <>
      <AsidePart title={t("import.rules")}>
        <div className="text-ink-muted">
          <Points
            points={(["whole", "known", "dates", "rest"] as const).map((key) => t(`import.${key}`))}
          />
        </div>
      </AsidePart>
      <AsidePart title={t("import.pattern")}>
        <Link href="/roles/export/xlsx?ready=1" reloadDocument>
          {t("import.patternFile")}
        </Link>
      </AsidePart>
    </>
  );
}

function RowProblems({ problems, refused }: { problems: readonly RowProblem[]; refused: number }) {
  const { t } = useTranslation("roles");
  return (
    <div className="grid gap-3">
      <Points
        points={problems.map(({ row, column, code, values }) => {
          const what = t(`problems.${code}`, { ...values });
          return column
            ? t("import.inCell", { row, column, what })
            : t("import.inRow", { row, what });
        })}
      />
      {refused > problems.length && (
        <p className="text-ink-muted">{t("import.more", { count: refused - problems.length })}</p>
      )}
    </div>
  );
}

const TOLD = [
  ...["rows", "no-roles", "unknown", "file-missing", "files-several", "file-too-large"],
  ...["file-empty", "file-busy", "upload-broken"],
];

/** What else is wrong with a file says one thing: it is no table that can be read. */
function faultText(reason: string): string {
  return `import.faults.${TOLD.includes(reason) ? reason : "unreadable"}`;
}

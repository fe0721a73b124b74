import { useTranslation } from "react-i18next";
import { data, redirect, useOutletContext } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { Notice } from "~/ui/notice.tsx";
import { Points } from "~/ui/points.tsx";
import { TABLE_FILES, UploadForm } from "~/ui/upload-form.tsx";
import { AsidePart } from "~/ui/with-aside.tsx";
import { NextAside } from "../components/hr/next-aside.tsx";
import { ParticipantsWays, wayPath } from "../components/hr/participants-ways.tsx";
import type { SetupFacts } from "../components/hr/setup-facts.ts";
import { StepSection } from "../components/hr/step-section.tsx";
import { uploadAssignments } from "../setup/upload-assignments.server.ts";
import type { Route } from "./+types/cycle-setup-file";
import { leadToCycle } from "./lead-to-cycle.ts";

export function loader({ context, request }: Route.LoaderArgs) {
  requireAdmin(context, request);
  return { gone: new URL(request.url).searchParams.has("gone") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const cycleId = pathId(params.cycleId);
  const upload = await readUpload(request, "file");
  const outcome = upload.ok
    ? await uploadAssignments(getPlatform(context), actor, cycleId, upload.file)
    : upload;
  if (outcome.ok) return redirect(`${wayPath(cycleId, "file")}/${outcome.value.fileId}`);
  const { reason } = outcome;
  if (reason === "not-allowed" || reason === "unknown" || reason === "launched")
    return leadToCycle(cycleId, reason);
  const values: Record<string, string | number> = {};
  if ("row" in outcome && outcome.row) values.row = outcome.row;
  if ("missing" in outcome) values.missing = outcome.missing.join(" ");
  const problem = { field: "file", code: reason, values };
  return data(answerWith(problem), { status: statusOfFault(reason) });
}

export default function SetupFile({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("cycle-setup");
  const { cycle } = useOutletContext<SetupFacts>();
  const problem = useFileProblem(problemsIn(actionData)[0]);
  return (
    <StepSection
      step="participants"
      lead={t("file.lead")}
      aside={
        <>
          <AsidePart title={t("file.columns.title")}>
            <Points
              points={(["participant", "rater", "relationship", "name"] as const).map((column) =>
                t(`file.columns.${column}`),
              )}
            />
            <p className="mt-3 text-ink-muted">{t("file.columns.example")}</p>
          </AsidePart>
          <NextAside />
        </>
      }
    >
      <ParticipantsWays cycleId={cycle.id} current="file" />
      <UploadForm
        label={t("file.label")}
        hint={t("file.hint")}
        button={t("file.action")}
        accept={TABLE_FILES}
        problem={problem}
      >
        {loaderData.gone && !problem && <Notice>{t("file.gone")}</Notice>}
      </UploadForm>
    </StepSection>
  );
}

function useFileProblem(problem: Problem | undefined): string | null {
  const { t } = useTranslation("cycle-setup");
  const { t: tImport } = useTranslation("people-import");
  if (!problem) return null;
  const { code, values = {} } = problem;
  if (code === "columns") {
    const missing = String(values.missing).split(" ");
    const names = listed(missing.map((column) => t(`file.column.${column}`)));
    return t("file.missing", { count: missing.length, names });
  }
  const context = values.row === undefined ? undefined : "row";
  return tImport(`import.faults.${code}`, { ...values, context });
}

import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { z } from "zod";
import { requireAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import { Points } from "~/ui/points.tsx";
import { TABLE_FILES, UploadForm } from "~/ui/upload-form.tsx";
import { AsidePart, WithAside } from "~/ui/with-aside.tsx";
import { BroughtItems } from "../components/editor/brought-items.tsx";
import { EditorHead } from "../components/editor/draft-form.tsx";
import { bringItems, settleBrought } from "../editing/bring-items.server.ts";
import { idOfOwn, scalesInOrder } from "../editing/draft.ts";
import { keptDraft } from "../editing/draft-reads.server.ts";
import { draftHref } from "../editing/hrefs.ts";
import { columnNames } from "../editing/sheet/sheet-columns.ts";
import { kindNames } from "../kinds/registry.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import type { Route } from "./+types/draft-import";

async function asked({
  context,
  request,
  params,
}: Pick<Route.LoaderArgs, "context" | "request" | "params">) {
  const actor = requireAble(context, request, mayKeepQuestionnaires);
  const kept = await inOrganisation(getPlatform(context), actor, (tx) =>
    keptDraft(tx, actor, params.questionnaire),
  );
  if (!kept) throw notFound();
  return { actor, kept };
}

export async function loader(args: Route.LoaderArgs) {
  const { kept } = await asked(args);
  const { name } = kept.draft;
  return {
    key: args.params.questionnaire,
    name,
    revision: kept.revision,
    scales: scalesInOrder(kept.draft).map(([, { stem }]) => stem.self),
    brought: kept.brought,
  };
}

export const shouldRevalidate = () => true;

const settleInput = z.object({ intent: z.enum(["take", "forget"]), revision: z.int() });

const isFile = (request: Request) =>
  (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");

export async function action(args: Route.ActionArgs) {
  const { actor, kept } = await asked(args);
  const { questionnaire } = args.params;
  const platform = getPlatform(args.context);
  const id = idOfOwn(questionnaire) ?? "";
  if (!isFile(args.request)) {
    const form = await readForm(args.request, settleInput, { hidden: ["revision"] });
    if (!form.ok) return form.refused();
    const { intent, revision } = form.value;
    const outcome = await settleBrought(platform, actor, { id, revision }, intent === "take");
    if (outcome.ok)
      return redirect(draftHref(questionnaire, intent === "take" ? undefined : "import"));
    if (outcome.reason !== "problems") throw notFound();
    const [problem] = outcome.problems;
    return data({ reason: problem?.code ?? "changed-meanwhile" }, { status: 400 });
  }
  const upload = await readUpload(args.request, "file");
  // What is read stands beside the draft and changes nothing of it, whatever somebody saved meanwhile.
  const target = { id, revision: kept.revision };
  const outcome = upload.ok ? await bringItems(platform, actor, target, upload.file) : upload;
  if (outcome.ok) return redirect(draftHref(questionnaire, "import"));
  const { reason } = outcome;
  if (reason === "not-allowed" || reason === "unknown") throw notFound();
  const code = reason === "problems" ? "changed-meanwhile" : reason;
  return data({ reason: code as string }, { status: statusOfFault(code) });
}

const FAULTS = new Set([
  ...["no-items", "file-missing", "files-several", "file-too-large", "file-empty"],
  ...["file-busy", "file-too-many-rows", "upload-broken", "changed-meanwhile"],
  ...["brought-outdated", "too-many-items", "too-many-pages"],
]);

/** Takes items from a sheet: first it is read, then looked over row by row, then taken over. */
export default function DraftImport({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("questionnaires");
  const { key, name, brought, scales } = loaderData;
  const reason = actionData && "reason" in actionData ? actionData.reason : null;
  const problem = reason && t(`import.faults.${FAULTS.has(reason) ? reason : "unreadable"}`);
  return (
    <>
      <EditorHead draft={key} name={name} title={t("import.title")} lead={t("import.lead")} />
      <WithAside
        label={t("import.beside")}
        aside={
          <>
            <AsidePart title={t("import.columns")}>
              <div className="text-ink-muted">
                <Points
                  points={[
                    t("import.column.self", { column: columnNames.self }),
                    t("import.column.other", { column: columnNames.other }),
                    t("import.column.kind", {
                      column: columnNames.kind,
                      kinds: kindNames.map((kind) => t(`kinds.${kind}`)).join(", "),
                    }),
                    t("import.column.page", { column: columnNames.page }),
                    t("import.column.scale", {
                      column: columnNames.scale,
                      scales: listed(scales.map((words) => t("item.quoted", { words }))),
                    }),
                    t("import.column.measures", { column: columnNames.measures }),
                    t("import.column.options", { column: columnNames.options }),
                    t("import.column.language", { column: `${columnNames.self} de` }),
                  ]}
                />
              </div>
            </AsidePart>
            <AsidePart title={t("import.moreColumns")}>
              <p className="text-ink-muted">{Object.values(columnNames).join(", ")}</p>
            </AsidePart>
          </>
        }
      >
        <div className="grid max-w-reading grid-cols-1 gap-10">
          {brought && <BroughtItems brought={brought} revision={loaderData.revision} />}
          <UploadForm
            label={t("import.file")}
            hint={t("import.hint")}
            button={t(brought ? "import.again" : "import.action")}
            accept={TABLE_FILES}
            problem={problem}
          />
        </div>
      </WithAside>
    </>
  );
}

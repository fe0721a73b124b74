import { useTranslation } from "react-i18next";
import { data, redirect, type ShouldRevalidateFunctionArgs } from "react-router";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { tooBusy } from "~/platform/errors/too-busy.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { ConfirmPanel } from "../components/import/confirm-panel.tsx";
import { ImportEnded } from "../components/import/import-ended.tsx";
import { MappingForm } from "../components/import/mapping-form.tsx";
import { PlanTabs } from "../components/import/plan-tabs.tsx";
import { confirmPeopleImport } from "../confirm-people-import.server.ts";
import { discardPeopleImport } from "../discard-people-import.server.ts";
import { readMappingForm } from "../domain/import/mapping-form.ts";
import { shownPart } from "../domain/import/review-tab.ts";
import { mapPeopleImport } from "../map-people-import.server.ts";
import { reviewPeopleImport } from "../review-people-import.server.ts";
import { type Ticks, tickAbsentPeople } from "../tick-absent-people.server.ts";
import type { Route } from "./+types/import-review";

const OVERTAKEN = 409;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const outcome = await reviewPeopleImport(getPlatform(context), actor, params.importId);
  if (!outcome.ok) throw refusalOf(outcome.reason);
  const review = outcome.value;
  if (review.state !== "planned") return review;
  const { plan, ticked, fingerprint, file, state, addresses } = review;
  const counts = {
    new: plan.new.length,
    changed: plan.changed.length,
    rejected: plan.rejected.length,
    absent: plan.absent.length,
    unchanged: plan.unchanged.length,
    setInactive: ticked.length,
  };
  const shown = shownPart(plan, ticked, new URL(request.url).searchParams);
  return { state, file, counts, fingerprint, shown, addresses };
}

export async function action({ context, request, params: { importId } }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const form = await request.formData();
  const here = `/people/import/${importId}`;
  const intent = form.get("intent");
  if (intent === "map") {
    const settings = readMappingForm(form);
    const outcome = await mapPeopleImport(platform, actor, importId, settings);
    if (outcome.ok) throw redirect(here);
    if (outcome.reason !== "incomplete") throw refusalOf(outcome.reason);
    const { faults, undecidedDate } = outcome;
    return data({ faults, undecidedDate, settings }, { status: 400 });
  }
  if (intent === "confirm") {
    // Ticks made but not saved: keep them, and let the new numbers be seen before anything is stored.
    const ticks = form.has("shown")
      ? await tickAbsentPeople(platform, actor, importId, readTicks(form))
      : null;
    if (ticks && !ticks.ok) throw refusalOf(ticks.reason);
    if (ticks?.value.changed)
      return data({ problem: "ticks-saved" as const }, { status: OVERTAKEN });
    const reviewed = String(form.get("fingerprint"));
    const outcome = await confirmPeopleImport(platform, actor, importId, reviewed);
    if (outcome.ok) throw redirect(here);
    const { reason } = outcome;
    if (reason === "unknown" || reason === "not-allowed" || reason === "busy")
      throw refusalOf(reason);
    return data({ problem: reason }, { status: OVERTAKEN });
  }
  const outcome =
    intent === "discard"
      ? await discardPeopleImport(platform, actor, importId)
      : await tickAbsentPeople(platform, actor, importId, readTicks(form));
  if (!outcome.ok) throw refusalOf(outcome.reason);
  const page = form.get("page");
  throw redirect(intent === "discard" ? here : `${here}?tab=absent&page=${page ?? 1}`);
}

/**
 * A refusal says that what was on the screen no longer holds, so it is loaded anew; errors in what was typed change
 * nothing.
 */
export function shouldRevalidate({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus === OVERTAKEN || defaultShouldRevalidate;
}

function refusalOf(reason: "unknown" | "not-allowed" | "busy"): Response {
  return reason === "busy" ? tooBusy() : notFound();
}

function readTicks(form: FormData): Ticks {
  const intent = form.get("intent");
  if (intent === "tick-all" || intent === "untick-all") return { all: intent === "tick-all" };
  return { shown: form.getAll("shown").map(String), ticked: form.getAll("ticked").map(String) };
}

export default function ImportReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  if (loaderData.state === "ended") return <ImportEnded {...loaderData} />;
  const { file, state } = loaderData;
  const answered = actionData && "faults" in actionData ? actionData : null;
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  const ignored = file.columns
    .filter(({ field }) => field === null)
    .map(({ title, letter }) => title || t("review.mapping.column", { letter }));
  const mapping = (
    <MappingForm
      file={answered ? { ...file, undecidedDate: answered.undecidedDate } : file}
      faults={answered?.faults ?? (state === "unclear" ? loaderData.faults : [])}
      typed={answered?.settings ?? null}
    />
  );
  return (
    <>
      <title>{t("review.title")}</title>
      <PageHeader
        title={t("review.title")}
        lead={t("review.lead", { file: file.fileName, count: file.rows })}
        breadcrumbs={[
          { label: t("directory.title"), href: "/people" },
          { label: t("import.title"), href: "/people/import" },
        ]}
      />
      <div className="grid grid-cols-1 gap-6">
        {problem && (
          <Notice tone={problem === "ticks-saved" ? "info" : "danger"}>
            {t(`review.problems.${problem}`)}
          </Notice>
        )}
        {state === "unclear" || answered ? (
          mapping
        ) : (
          <>
            <ConfirmPanel
              counts={loaderData.counts}
              fingerprint={loaderData.fingerprint}
              ignored={ignored}
              addresses={loaderData.addresses}
            />
            <PlanTabs counts={loaderData.counts} shown={loaderData.shown} columns={mapping} />
          </>
        )}
      </div>
    </>
  );
}

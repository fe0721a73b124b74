import { useTranslation } from "react-i18next";
import { data, redirect, type ShouldRevalidateFunctionArgs } from "react-router";
import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { tooBusy } from "~/platform/errors/too-busy.ts";
import { answerWith, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { ConfirmPanel } from "../components/import/confirm-panel.tsx";
import { ImportEnded } from "../components/import/import-ended.tsx";
import { MappingForm } from "../components/import/mapping-form.tsx";
import { PlanTabs } from "../components/import/plan-tabs.tsx";
import { confirmPeopleImport } from "../confirm-people-import.server.ts";
import { discardPeopleImport } from "../discard-people-import.server.ts";
import { mappingInput } from "../domain/import/mapping-form.ts";
import { shownPart } from "../domain/import/review-tab.ts";
import { mapPeopleImport } from "../map-people-import.server.ts";
import { reviewPeopleImport } from "../review-people-import.server.ts";
import { type Ticks, tickAbsentPeople } from "../tick-absent-people.server.ts";
import type { Route } from "./+types/import-review";

const OVERTAKEN = 409;

const ticks = { shown: z.array(z.string()), ticked: z.array(z.string()) };

/** What can be done with an upload under review, by the button that does it. */
const reviewForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("map"), ...mappingInput.shape }),
  z.object({ intent: z.literal("confirm"), fingerprint: z.string().default(""), ...ticks }),
  z.object({ intent: z.literal("discard") }),
  z.object({
    intent: z.enum(["tick", "tick-all", "untick-all"]),
    page: z.int().catch(1),
    ...ticks,
  }),
]);

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
  const here = `/people/import/${importId}`;
  const form = await readForm(request, reviewForm);
  if (!form.ok) return data({ ...form.answer(), undecidedDate: null }, { status: 400 });
  const { value } = form;
  if (value.intent === "map") {
    const outcome = await mapPeopleImport(platform, actor, importId, value);
    if (outcome.ok) throw redirect(here);
    if (outcome.reason !== "problems") throw refusalOf(outcome.reason);
    const { problems, undecidedDate } = outcome;
    return data({ ...form.answer(problems), undecidedDate }, { status: 400 });
  }
  if (value.intent === "confirm") {
    // Ticks made but not saved: keep them, and let the new numbers be seen before anything is stored.
    const ticks =
      value.shown.length > 0 ? await tickAbsentPeople(platform, actor, importId, value) : null;
    if (ticks && !ticks.ok) throw refusalOf(ticks.reason);
    if (ticks?.value.changed) return overtaken("ticks-saved");
    const outcome = await confirmPeopleImport(platform, actor, importId, value.fingerprint);
    if (outcome.ok) throw redirect(here);
    const { reason } = outcome;
    if (reason === "unknown" || reason === "not-allowed" || reason === "busy")
      throw refusalOf(reason);
    return overtaken(reason);
  }
  if (value.intent === "discard") {
    const outcome = await discardPeopleImport(platform, actor, importId);
    if (!outcome.ok) throw refusalOf(outcome.reason);
    throw redirect(here);
  }
  const ticks: Ticks = value.intent === "tick" ? value : { all: value.intent === "tick-all" };
  const outcome = await tickAbsentPeople(platform, actor, importId, ticks);
  if (!outcome.ok) throw refusalOf(outcome.reason);
  throw redirect(`${here}?tab=absent&page=${value.page}`);
}

function overtaken(code: string) {
  return data({ ...answerWith({ code }), undecidedDate: null }, { status: OVERTAKEN });
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

export default function ImportReviewPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  if (loaderData.state === "ended") return <ImportEnded {...loaderData} />;
  const { file, state } = loaderData;
  const answered = actionData?.intent === "map" ? actionData : null;
  const overtakenBy = answered ? [] : problemsIn(actionData);
  const ignored = file.columns
    .filter(({ field }) => field === null)
    .map(({ title, letter }) => title || t("review.mapping.column", { letter }));
  const mapping = (
    <MappingForm
      file={answered ? { ...file, undecidedDate: answered.undecidedDate } : file}
      faults={state === "unclear" ? loaderData.faults : []}
      answer={answered ?? undefined}
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
        {overtakenBy.map(({ code }) => (
          <Notice key={code} tone={code === "ticks-saved" ? "info" : "danger"}>
            {t(`review.problems.${code}`)}
          </Notice>
        ))}
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

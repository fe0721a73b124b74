import type { ComponentProps, ReactNode } from "react";
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
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { type AnsweredNow, answerPeopleImport } from "../answer-people-import.server.ts";
import { ConfirmPanel } from "../components/confirm-panel.tsx";
import { ImportEnded } from "../components/import-ended.tsx";
import { MappingForm } from "../components/mapping-form.tsx";
import { anyOpenChoice, OpenChoices } from "../components/open-choices.tsx";
import { PlanTabs } from "../components/plan-tabs.tsx";
import { QuestionsPanel } from "../components/questions-panel.tsx";
import { ReadingNotes } from "../components/reading-notes.tsx";
import { confirmPeopleImport } from "../confirm-people-import.server.ts";
import { discardPeopleImport } from "../discard-people-import.server.ts";
import { countAbsences } from "../domain/count-absences.ts";
import { countKept } from "../domain/count-kept.ts";
import { mappingInput } from "../domain/mapping-form.ts";
import { isForManagerAlone } from "../domain/plan.ts";
import { importAnswers } from "../domain/questions.ts";
import { shownPart } from "../domain/review-tab.ts";
import { groupNotes } from "../domain/row-note.ts";
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
    intent: z.literal("answer"),
    ...importAnswers.omit({ withoutManager: true }).shape,
  }),
  z.object({ intent: z.literal("empty-cells"), emptyCells: z.enum(["clear", "keep"]) }),
  z.object({ intent: z.literal("managers"), withoutManager: z.enum(["all", "none"]) }),
  z.object({ intent: z.literal("manager-row"), row: z.int() }),
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
  const { plan, lists, ticked, fingerprint, file, state, addresses } = review;
  const counts = {
    new: plan.new.length,
    changed: plan.changed.length,
    absences: plan.absences.length,
    ...countAbsences(plan),
    rejected: plan.rejected.length,
    absent: plan.absent.length,
    unchanged: plan.unchanged.length,
    kept: plan.kept.length,
    saidAnew: plan.saidAnew.length,
    setInactive: ticked.length,
  };
  const shown = shownPart(plan, ticked, new URL(request.url).searchParams);
  const managers = {
    unknown: plan.rejected.filter(({ problems }) => isForManagerAlone(problems)).length,
    taken: plan.notes.filter(({ code }) => code === "without-manager").length,
  };
  const notes = groupNotes(plan.notes);
  const kept = countKept(plan.kept);
  const { erasable } = plan;
  return {
    ...{ state, file, lists, counts, kept, fingerprint, shown, addresses },
    ...{ managers, notes, erasable },
  };
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
  if (
    value.intent === "answer" ||
    value.intent === "empty-cells" ||
    value.intent === "managers" ||
    value.intent === "manager-row"
  ) {
    const outcome = await answerPeopleImport(platform, actor, importId, answersIn(value));
    if (!outcome.ok) throw refusalOf(outcome.reason);
    throw redirect(here);
  }
  const ticks: Ticks = value.intent === "tick" ? value : { all: value.intent === "tick-all" };
  const outcome = await tickAbsentPeople(platform, actor, importId, ticks);
  if (!outcome.ok) throw refusalOf(outcome.reason);
  throw redirect(`${here}?tab=absent&page=${value.page}`);
}

function answersIn(value: z.output<typeof reviewForm>): AnsweredNow {
  switch (value.intent) {
    case "answer": {
      const { intent: _, ...answers } = value;
      return answers;
    }
    case "managers":
      return { withoutManager: value.withoutManager === "all" ? "all" : [] };
    case "manager-row":
      return { rowWithoutManager: value.row };
    case "empty-cells":
      return { emptyCells: value.emptyCells };
    default:
      return {};
  }
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
  const { t } = useTranslation(["people-import", "people"]);
  if (loaderData.state === "ended") return <ImportEnded {...loaderData} />;
  const { file, state } = loaderData;
  const answered = actionData?.intent === "map" ? actionData : null;
  const overtakenBy = answered ? [] : problemsIn(actionData);
  const columnTitles = file.columns.map(
    ({ title, letter }) => title || t("review.mapping.column", { letter }),
  );
  const { questions } = file;
  const mapping = (
    <MappingForm
      file={answered ? { ...file, undecidedDate: answered.undecidedDate } : file}
      faults={state === "unclear" ? loaderData.faults : []}
      answer={answered ?? undefined}
    />
  );
  return (
    <>
      <PageTitle>{t("review.title")}</PageTitle>
      <PageHeader
        title={t("review.title")}
        lead={t("review.lead", { file: file.fileName, count: file.rows })}
        breadcrumbs={[
          { label: t("people:directory.title"), href: "/people" },
          { label: t("import.title"), href: "/people/import" },
        ]}
      />
      <div className="grid grid-cols-1 gap-6">
        {overtakenBy.map(({ code }) => (
          <Notice key={code} tone={code === "ticks-saved" ? "info" : "danger"}>
            {t(`review.problems.${code}`)}
          </Notice>
        ))}
        <QuestionsPanel questions={questions} columnTitles={columnTitles} />
        {state === "unclear" || answered ? (
          mapping
        ) : (
          <>
            <Decision
              confirm={
                <ConfirmPanel
                  counts={loaderData.counts}
                  kept={loaderData.kept}
                  fingerprint={loaderData.fingerprint}
                  open={questions.length > 0}
                  addresses={loaderData.addresses}
                  reasons={file.reasons}
                />
              }
              choices={{
                lists: loaderData.lists,
                file,
                erasable: loaderData.erasable,
                managers: loaderData.managers,
              }}
            />
            <PlanTabs
              counts={loaderData.counts}
              shown={loaderData.shown}
              columns={mapping}
              reading={<ReadingNotes source={file.source} notes={loaderData.notes} />}
            />
          </>
        )}
      </div>
    </>
  );
}

type DecisionProps = { confirm: ReactNode; choices: ComponentProps<typeof OpenChoices> };

/** What is decided, and beside it what may be answered otherwise first. */
function Decision({ confirm, choices }: DecisionProps) {
  const { t } = useTranslation("people-import");
  if (!anyOpenChoice(choices)) return confirm;
  return (
    <WithAside label={t("review.questions.beside")} aside={<OpenChoices {...choices} />}>
      {confirm}
    </WithAside>
  );
}

import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import type { z } from "zod";
import { requireActorAbout } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { ClockIcon } from "~/ui/icons.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { WithAside } from "~/ui/with-aside.tsx";
import { AddRater } from "../components/hr/add-rater.tsx";
import { DoneChoosing } from "../components/hr/done-choosing.tsx";
import { NominationNotice } from "../components/hr/nomination-notice.tsx";
import { RaterGroups } from "../components/hr/rater-groups.tsx";
import { stepPath } from "../components/hr/setup-steps.ts";
import { WhoIsRecognised } from "../components/hr/who-is-recognised.tsx";
import { ApprovePanel } from "../components/nomination/approve-panel.tsx";
import { ForecastAside } from "../components/nomination/forecast-aside.tsx";
import { Judging } from "../components/nomination/judging.tsx";
import { fieldOf } from "../components/nomination/outside-form.tsx";
import { ShortageList } from "../components/nomination/shortage-list.tsx";
import { TakenOutList, TakenOutNotice } from "../components/nomination/taken-out.tsx";
import { approverOf, isHandedIn } from "../domain/nomination.ts";
import { changeByForm, nominationForm } from "../nomination/nomination-action.server.ts";
import { nominationPage, type Off } from "../nomination/nomination-page.server.ts";
import type { Route } from "./+types/nomination";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireActorAbout(context, request, pathId(params.participantId));
  const query = new URL(request.url).searchParams;
  const search = query.get("q")?.trim() ?? "";
  const off = query.get("off");
  const wanted = {
    search,
    instead: query.get("instead") ?? "",
    off:
      off === null
        ? null
        : {
            personId: off,
            relationship: query.get("as") ?? "",
            bySubject: query.has("brought"),
          },
  };
  const participantId = pathId(params.participantId);
  const page = await nominationPage(getPlatform(context), actor, participantId, wanted);
  if (!page) throw notFound();
  return { page, search };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireActorAbout(context, request, pathId(params.participantId));
  const participantId = pathId(params.participantId);
  const form = await readForm(request, nominationForm, { hidden: ["rater", "person"] });
  if (!form.ok) return data({ ...form.answer(), offer: null }, { status: 400 });
  const { value } = form;
  const outcome = await changeByForm(getPlatform(context), actor, participantId, value);
  if (outcome.ok) {
    const taken = "value" in outcome ? offOf(outcome.value) : "";
    return redirect(`/nominations/${participantId}${taken}${groupOf(value)}`);
  }
  const { reason } = outcome;
  if (reason === "unknown" && !("rater" in value)) throw notFound();
  const field = "address" in value ? fieldOf(reason) : null;
  const problem = { code: reason, ...(field ? { field } : {}) };
  const offer = "person" in outcome ? outcome.person : null;
  return data({ ...form.answer([problem]), offer }, { status: 400 });
}

/** Where somebody who was added is found. */
function groupOf(form: z.output<typeof nominationForm>): string {
  if (form.intent === "external") return "#group-outside";
  return form.intent === "add" || form.intent === "put-back" ? `#group-${form.relationship}` : "";
}

/** Tells the page whom there is a way back for, after somebody was taken off. */
function offOf(done: unknown): string {
  if (typeof done !== "object" || done === null || !("bySubject" in done)) return "";
  const { personId, relationship, bySubject } = done as Off;
  const query = new URLSearchParams({ off: personId, as: relationship });
  if (bySubject) query.set("brought", "1");
  return `?${query}`;
}

/** A refusal means that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** A participant's raters: for whoever makes the list, whoever approves it, and HR. */
export default function Nomination({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["nomination", "feedback-hr", "cycle-notices"]);
  const { page, search } = loaderData;
  const { choice, own, may, short, forecast, instead } = page;
  const { participant, cycle, facts, nomination } = choice;
  const problems = problemsIn(actionData);
  const title = useTitle(page);
  const editing = choice.mayChange || may.add;
  const launched = cycle.state === "collecting";
  return (
    <>
      <PageTitle>{`${title} · ${cycle.name}`}</PageTitle>
      <PageHeader
        breadcrumbs={useCrumbs(page)}
        title={title}
        status={
          page.waitsFor && (
            <Badge tone="accent" icon={<ClockIcon />}>
              {t("cycle.nominating.waiting", { ns: "feedback-hr" })}
            </Badge>
          )
        }
        lead={<Lead page={page} />}
      />
      <WithAside
        label={t("aside")}
        aside={
          <>
            {page.askable.length > 0 && <ForecastAside {...forecast} />}
            <WhoIsRecognised page={page} />
          </>
        }
      >
        <div className="grid grid-cols-1 gap-8">
          <ErrorSummary
            title={t("refused.title", { ns: "cycle-notices" })}
            problems={problems.map(({ field, code }) => ({
              message: t(`problems.${code}`),
              ...(field ? { field: `${formOf(actionData)}-${field}` } : {}),
            }))}
          />
          {page.undo && <TakenOutNotice undo={page.undo} launched={launched} />}
          <NominationNotice page={page} />
          {(editing || problems.some(({ code }) => code === "too-few")) && (
            <ShortageList short={short} />
          )}
          <Judging page={page} />
          {may.approve && <ApprovePanel name={participant.name} mayApprove answer={actionData} />}
          <RaterGroups page={page} />
          <TakenOutList takenOut={page.takenOut} own={own} launched={launched} />
          {page.askable.length > 0 && (editing || instead) && (
            <AddRater
              page={page}
              search={search}
              answer={actionData}
              offer={actionData?.offer ?? null}
            />
          )}
          {may.handIn && cycle.state === "nominating" && (
            <DoneChoosing
              approver={approverOf(facts)}
              own={own}
              again={nomination === "returned"}
            />
          )}
          {may.giveBack && !may.approve && (
            <ApprovePanel name={participant.name} mayApprove={false} answer={actionData} />
          )}
        </div>
      </WithAside>
    </>
  );
}

type Page = Route.ComponentProps["loaderData"]["page"];

function useTitle({ own, runsCycles, choice }: Page): string {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const { name } = choice.participant;
  if (own) return t("nomination.title", { ns: "feedback-hr" });
  return runsCycles
    ? t("nomination.title", { ns: "feedback-hr", context: "hr", name })
    : t("title.manager", { name });
}

function Lead({ page: { choice, own, may, runsCycles } }: { page: Page }) {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const { participant, cycle, mayChange } = choice;
  const { name } = participant;
  if (may.approve && !runsCycles) return t("lead.waiting", { name });
  if (!mayChange) return may.replace && !may.withdraw ? t("lead.replace") : null;
  if (runsCycles)
    return t("nomination.lead", {
      ns: "feedback-hr",
      context: isHandedIn(choice.nomination) ? "handedIn" : "hr",
    });
  return (
    <>
      {own ? t("nomination.lead", { ns: "feedback-hr" }) : t("lead.manager", { name })}
      {cycle.nominateBy && (
        <strong className="mt-1 block font-medium text-ink">
          {t("nomination.until", { ns: "feedback-hr", date: writtenDate(cycle.nominateBy) })}
        </strong>
      )}
    </>
  );
}

function useCrumbs({ choice, runsCycles, own }: Page) {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const { cycle } = choice;
  const home = { label: t("nomination.home", { ns: "feedback-hr" }), href: "/home" };
  if (!runsCycles)
    return own ? [home] : [home, { label: t("approvals.title"), href: "/approvals" }];
  const settled = cycle.state !== "draft" && cycle.state !== "nominating";
  const raters = t("nomination.crumb", { ns: "feedback-hr" });
  return [
    { label: cycle.name, href: `/cycles/${cycle.id}` },
    ...(settled ? [] : [{ label: raters, href: stepPath(cycle.id, "raters") }]),
  ];
}

/** The form that a refusal is about, as its fields' ids begin. */
function formOf(answer: FormAnswer | undefined): string {
  return answer?.intent === "return" ? "return" : "outside";
}

import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { ClockIcon } from "~/ui/icons.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { AddRater } from "../components/hr/add-rater.tsx";
import { DoneChoosing } from "../components/hr/done-choosing.tsx";
import { NominationNotice } from "../components/hr/nomination-notice.tsx";
import { RaterGroups } from "../components/hr/rater-groups.tsx";
import { stepPath } from "../components/hr/setup-steps.ts";
import { WhoIsRecognised } from "../components/hr/who-is-recognised.tsx";
import { ApprovePanel } from "../components/nomination/approve-panel.tsx";
import { ForecastPanel } from "../components/nomination/forecast-panel.tsx";
import { Judging } from "../components/nomination/judging.tsx";
import { fieldOf } from "../components/nomination/outside-form.tsx";
import { ShortageList } from "../components/nomination/shortage-list.tsx";
import { approverOf, isHandedIn } from "../domain/nomination.ts";
import { changeByForm, outsideTyped } from "../nomination/nomination-action.server.ts";
import { nominationPage } from "../nomination/nomination-page.server.ts";
import type { Route } from "./+types/nomination";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const query = new URL(request.url).searchParams;
  const search = query.get("q")?.trim() ?? "";
  const wanted = { search, instead: query.get("instead") ?? "" };
  const participantId = pathId(params.participantId);
  const page = await nominationPage(getPlatform(context), actor, participantId, wanted);
  if (!page) throw notFound();
  return { page, search };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const participantId = pathId(params.participantId);
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? "");
  const intent = field("intent");
  const outcome = await changeByForm(getPlatform(context), actor, participantId, field);
  if (!outcome) throw new Response(null, { status: 400, statusText: "Bad request" });
  const added = intent === "add" || intent === "external";
  if (outcome.ok)
    return redirect(
      `/nominations/${participantId}${added ? `#group-${intent === "external" ? "outside" : field("relationship")}` : ""}`,
    );
  const aboutOne = ["remove", "withdraw", "replace", "replace-external"].includes(intent);
  const outside = intent === "external" || intent === "replace-external";
  if (outcome.reason === "unknown" && !aboutOne) throw notFound();
  const refused = {
    problem: outcome.reason,
    outside: outside ? outsideTyped(field) : null,
    offer: "person" in outcome ? outcome.person : null,
    note: intent === "return" ? field("note") : null,
  };
  return data(refused, { status: 400 });
}

/** A refusal means that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** A participant's raters: for whoever makes the list, whoever approves it, and HR. */
export default function Nomination({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(["nomination", "feedback-hr"]);
  const { page, search } = loaderData;
  const { choice, own, may, short, forecast, instead } = page;
  const { participant, cycle, facts, nomination } = choice;
  const problem = actionData?.problem;
  const said = problem ? t(`problems.${problem}`) : null;
  const noteWrong = said && problem?.startsWith("note-") ? said : null;
  const title = useTitle(page);
  const editing = choice.mayChange || may.add;
  return (
    <>
      <title>{`${title} · ${cycle.name}`}</title>
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
      <div className="grid max-w-224 gap-8">
        <ErrorSummary
          title={t("refused.title", { ns: "feedback-hr" })}
          problems={
            said && problem ? [{ message: said, ...whereIs(problem, !actionData.outside) }] : []
          }
        />
        <NominationNotice page={page} />
        {(editing || problem === "too-few") && <ShortageList short={short} />}
        <Judging page={page} />
        {may.approve && (
          <ApprovePanel
            name={participant.name}
            mayApprove
            typed={actionData?.note ?? null}
            problem={noteWrong}
          />
        )}
        <RaterGroups page={page} />
        {page.askable.length > 0 && (editing || instead) && (
          <AddRater
            page={page}
            search={search}
            outside={
              actionData?.outside && problem
                ? { typed: actionData.outside, problem, offer: actionData.offer }
                : null
            }
          />
        )}
        {page.askable.length > 0 && <ForecastPanel {...forecast} />}
        <WhoIsRecognised page={page} />
        {may.handIn && cycle.state === "nominating" && (
          <DoneChoosing approver={approverOf(facts)} own={own} again={nomination === "returned"} />
        )}
        {may.giveBack && !may.approve && (
          <ApprovePanel
            name={participant.name}
            mayApprove={false}
            typed={actionData?.note ?? null}
            problem={noteWrong}
          />
        )}
      </div>
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

/** The control a refusal is about, where there is one. */
function whereIs(problem: string, listed: boolean): { field?: string } {
  if (problem.startsWith("note-")) return { field: "note" };
  const field = listed ? null : fieldOf(problem);
  return field ? { field: `outside-${field}` } : {};
}

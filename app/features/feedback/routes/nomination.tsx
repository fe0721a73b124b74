import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { notFound, requireActor } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ErrorSummary } from "~/ui/error-summary.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { addRater, removeRater, submitNomination } from "../choose-raters.server.ts";
import { AddRater } from "../components/hr/add-rater.tsx";
import { DoneChoosing } from "../components/hr/done-choosing.tsx";
import { NominationNotice } from "../components/hr/nomination-notice.tsx";
import { RaterGroups } from "../components/hr/rater-groups.tsx";
import { stepPath } from "../components/hr/setup-steps.ts";
import { WhoIsRecognised } from "../components/hr/who-is-recognised.tsx";
import { nominationPage } from "../nomination-page.server.ts";
import type { Route } from "./+types/nomination";
import { pathId } from "./path-id.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  const search = new URL(request.url).searchParams.get("q")?.trim() ?? "";
  const participantId = pathId(params.participantId);
  const page = await nominationPage(getPlatform(context), actor, participantId, search);
  if (!page) throw notFound();
  return { page, search };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = requireActor(context, request);
  const platform = getPlatform(context);
  const participantId = pathId(params.participantId);
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? "");
  const change = () => {
    switch (field("intent")) {
      case "add": {
        const rater = { personId: pathId(field("person")), relationship: field("relationship") };
        return addRater(platform, actor, participantId, rater);
      }
      case "remove":
        return removeRater(platform, actor, participantId, pathId(field("rater")));
      case "done":
        return submitNomination(platform, actor, participantId);
      default:
        throw new Response(null, { status: 400, statusText: "Bad request" });
    }
  };
  const outcome = await change();
  const group = field("intent") === "add" ? `#group-${field("relationship")}` : "";
  if (outcome.ok) return redirect(`/nominations/${participantId}${group}`);
  if (outcome.reason === "unknown" && field("intent") !== "remove") throw notFound();
  return data({ problem: outcome.reason }, { status: 400 });
}

/** A refusal means that the page was out of date, so it is read again then, too. */
export function shouldRevalidate() {
  return true;
}

/** A participant's raters: for the participant while choosing is open, and for HR. */
export default function Nomination({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback-hr");
  const { page, search } = loaderData;
  const { choice, own, minimum } = page;
  const { participant, cycle, raters, mayChange, nomination } = choice;
  const context = own ? undefined : "hr";
  const title = t("nomination.title", { context, name: participant.name });
  const problem = actionData ? t(`nomination.problems.${actionData.problem}`) : null;
  return (
    <>
      <title>{`${title} · ${cycle.name}`}</title>
      <PageHeader
        breadcrumbs={crumbs(page, t("nomination.home"), t("nomination.crumb"))}
        title={title}
        lead={
          mayChange && (
            <>
              {t("nomination.lead", { context })}
              {own && cycle.nominateBy && (
                <strong className="mt-1 block font-medium text-ink">
                  {t("nomination.until", { date: writtenDate(cycle.nominateBy) })}
                </strong>
              )}
            </>
          )
        }
      />
      <div className="grid max-w-224 gap-8">
        <ErrorSummary title={t("refused.title")} problems={problem ? [{ message: problem }] : []} />
        <NominationNotice choice={choice} own={own} />
        <WhoIsRecognised minimum={minimum} own={own} />
        <RaterGroups raters={raters} minimum={minimum} mayChange={mayChange} />
        {mayChange && (
          <AddRater
            participantId={participant.id}
            found={page.found}
            matching={page.matching}
            search={search}
          />
        )}
        {own && mayChange && cycle.state === "nominating" && nomination === "open" && (
          <DoneChoosing />
        )}
      </div>
    </>
  );
}

function crumbs(
  { choice, runsCycles }: Route.ComponentProps["loaderData"]["page"],
  home: string,
  raters: string,
) {
  const { cycle } = choice;
  if (!runsCycles) return [{ label: home, href: "/home" }];
  const settled = cycle.state !== "draft" && cycle.state !== "nominating";
  return [
    { label: cycle.name, href: `/cycles/${cycle.id}` },
    ...(settled ? [] : [{ label: raters, href: stepPath(cycle.id, "raters") }]),
  ];
}

import { useTranslation } from "react-i18next";
import { redirect } from "react-router";
import { z } from "zod";
import { readersOf, takesCoaches } from "~/features/rounds/domain/index.ts";
import { requireRunner } from "~/features/rounds/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { pathId } from "~/platform/http/path-id.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { listed } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Table } from "~/ui/table.tsx";
import { CoachSearch } from "../components/hr/coach-search.tsx";
import { CycleNotice } from "../components/hr/cycle-notice.tsx";
import { wordsIn } from "../components/hr/notices.ts";
import { assignCoach, coachInput } from "../releasing/assign-coach.server.ts";
import { coachesPage } from "../releasing/coaches-page.server.ts";
import type { Route } from "./+types/cycle-coaches";
import { leadToCycle } from "./lead-to-cycle.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const query = new URL(request.url).searchParams;
  const search = query.get("q")?.trim() ?? "";
  const page = await coachesPage(getPlatform(context), actor, pathId(params.cycleId), search);
  if (!page) throw notFound();
  // Where HR or a date releases, coaches read nothing first: this page would promise what doesn't happen.
  if (page.cycle.releaseMode !== "coach") throw redirect(`/cycles/${page.cycle.id}`);
  return { page, ...wordsIn(query) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = await requireRunner(context, request, pathId(params.cycleId));
  const cycleId = pathId(params.cycleId);
  const { coach } = await readPress(request, z.object({ coach: coachInput }));
  const choice = { whom: "all-without-coach" as const, coachId: coach };
  const outcome = await assignCoach(getPlatform(context), actor, cycleId, choice);
  const path = `/cycles/${cycleId}/coaches`;
  if (outcome.ok) return redirect(`${path}?said=coached`);
  return leadToCycle(cycleId, outcome.reason, ({ refused }) => `${path}?refused=${refused}`);
}

/** Who coaches whom, and one coach for everyone who has none yet. */
export default function CycleCoaches({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(["feedback-hr", "cycle-running", "readers"]);
  const { page, said, refused } = loaderData;
  const { cycle, coaches, without, search, found, matching } = page;
  const own = (key: string, facts = {}) => t(key, { ns: "cycle-running", ...facts });
  return (
    <>
      <PageTitle>{`${own("coaches.title")} · ${cycle.name}`}</PageTitle>
      <PageHeader
        breadcrumbs={[
          { label: t("cycle.crumb"), href: "/cycles" },
          { label: cycle.name, href: `/cycles/${cycle.id}` },
        ]}
        title={own("coaches.title")}
        lead={`${own("coaches.explain")} ${t(`them.${readersOf(cycle)}`, { ns: "readers" })}`}
      />
      <CycleNotice said={said} refused={refused} />
      <div className="grid max-w-224 gap-8">
        {page.alsoRaters.length > 0 && (
          <Notice title={own("coaches.alsoRaters.title")}>
            <ul className="grid gap-1 pb-2">
              {page.alsoRaters.map(({ coach, participants }) => (
                <li key={`${coach} ${participants.join()}`}>
                  {own("coaches.alsoRaters.one", { coach, participants: listed(participants) })}
                </li>
              ))}
            </ul>
            <p>{own("coaches.alsoRaters.body")}</p>
          </Notice>
        )}
        {without > 0 && takesCoaches(cycle.state) && (
          <Panel
            title={own("coaches.without", { count: without })}
            lead={own("coaches.withoutHint")}
          >
            <CoachSearch
              address={`/cycles/${cycle.id}/coaches`}
              search={search}
              found={found}
              matching={matching}
              pathOf={(personId) => `/cycles/${cycle.id}/coaches/${personId}`}
            />
          </Panel>
        )}
        {coaches.length === 0 ? (
          <EmptyState title={own("coaches.empty.title")}>{own("coaches.empty.body")}</EmptyState>
        ) : (
          <Table
            caption={own("coaches.caption")}
            rows={coaches}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: own("coaches.coach"),
                rowHeader: true,
                cell: ({ id, name }) =>
                  cycle.state === "released" ? (
                    <bdi className="font-medium">{name}</bdi>
                  ) : (
                    <Link href={`/cycles/${cycle.id}/coaches/${id}`}>
                      <bdi>{name}</bdi>
                    </Link>
                  ),
              },
              {
                key: "participants",
                header: own("coaches.participants"),
                align: "end",
                cell: ({ participants }) => participants,
              },
            ]}
          />
        )}
      </div>
    </>
  );
}

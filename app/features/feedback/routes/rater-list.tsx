import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { EmptyState } from "~/ui/empty-state.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { problemKind } from "../components/rater/problem-kind.ts";
import { RaterProblem } from "../components/rater/rater-problem.tsx";
import { RaterShell } from "../components/rater/rater-shell.tsx";
import { RequestCard } from "../components/rater/request-card.tsx";
import { openRequests } from "../rater-reads.server.ts";
import { resolveRater } from "../resolve-rater.server.ts";
import type { Route } from "./+types/rater-list";

export const handle = { plain: true };

export async function loader(args: Route.LoaderArgs) {
  const { rater, base, organisation } = await resolveRater(args);
  const platform = getPlatform(args.context);
  const requests = await inOrganisation(platform, rater, (tx) =>
    openRequests(tx, rater, platform.secret),
  );
  const sent = new URL(args.request.url).searchParams.get("sent");
  return {
    base,
    organisation,
    requests,
    sent: requests.find((each) => each.id === sent && each.state === "done") ?? null,
  };
}

export default function RaterList({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback");
  const { base, organisation, requests, sent } = loaderData;
  const left = requests.filter((request) => request.state !== "done").length;
  const closes = requests[0]?.closesOn;
  return (
    <RaterShell organisation={organisation} base={base}>
      <title>{t("rater.list.title")}</title>
      {sent && (
        <p
          role="status"
          className="mb-6 rounded-medium border border-success-fill bg-success-soft px-4 py-3"
        >
          <strong>
            {t("rater.list.sent", {
              context: sent.relationship === "self" ? "self" : undefined,
              name: sent.participantName,
            })}
          </strong>{" "}
          {t("rater.list.changeable")}
        </p>
      )}
      <PageHeader
        title={t("rater.list.title")}
        lead={
          requests.length === 0
            ? undefined
            : left > 0
              ? t("rater.list.left", { count: left })
              : t("rater.list.allDone")
        }
      />
      {requests.length === 0 ? (
        <EmptyState title={t("rater.list.empty.title")}>{t("rater.list.empty.body")}</EmptyState>
      ) : (
        <>
          {closes && (
            <p className="mb-5 text-ink-muted">
              {t("rater.list.closes", { date: writtenDate(closes) })}
            </p>
          )}
          <ul className="grid gap-3">
            {requests.map((request) => (
              <RequestCard
                key={request.id}
                request={request}
                base={base}
                showCycle={new Set(requests.map((each) => each.cycleId)).size > 1}
              />
            ))}
          </ul>
        </>
      )}
    </RaterShell>
  );
}

export function ErrorBoundary() {
  return <RaterProblem kind={problemKind(useRouteError())} />;
}

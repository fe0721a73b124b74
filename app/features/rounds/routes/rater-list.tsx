import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { RaterShell } from "~/features/questionnaires/index.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { raterListData } from "../answering/rater-list-data.server.ts";
import { calledOffOf, problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { RequestCard } from "../components/request-card.tsx";
import { knowDevice } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-list";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice];

export function loader(args: Route.LoaderArgs) {
  return raterListData(args);
}

export default function RaterList({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("answering");
  const { base, organisation, language, requests, sent, forgotten } = loaderData;
  const open = requests.filter((request) => request.standing === "open");
  const shut = requests.filter((request) => request.standing !== "open");
  const left = open.filter((request) => request.state !== "done");
  const people = left.filter(({ relationship }) => relationship !== null).length;
  const minutes = left.reduce((sum, request) => sum + request.minutes, 0);
  const showRound = new Set(requests.map((each) => each.roundId)).size > 1;
  const closes = showRound ? null : open[0]?.closesOn;
  const summary =
    left.length > 0
      ? [
          ...(people > 0 ? [t("list.left", { count: people })] : []),
          ...(people < left.length ? [t("list.leftOwn", { count: left.length - people })] : []),
          t("list.minutes", { minutes }),
        ].join(" ")
      : t(open.length > 0 ? "list.allDone" : "list.nothingOpen");
  const [next] = left;
  const card = (request: (typeof requests)[number]) => (
    <RequestCard
      key={request.id}
      {...{ request, base, showRound, language, first: request === next && !sent }}
    />
  );
  return (
    <RaterShell organisation={organisation} base={base} language={language}>
      <PageTitle>{t("list.title")}</PageTitle>
      {forgotten && (
        <div className="mb-6">
          <Notice tone="success">{t("thisDevice.forgotten")}</Notice>
        </div>
      )}
      {sent && (
        <div className="mb-6">
          <Notice
            tone="success"
            title={t("list.sent", {
              context: sent.relationship ?? "nobody",
              name: sent.name,
            })}
          >
            <p>{t("list.changeable")}</p>
            {next && (
              <p className="mt-3">
                <ButtonLink href={`${base}/${next.id}`} variant="primary" reloadDocument>
                  {t(next.relationship === "self" ? "list.nextSelf" : "list.next", {
                    name: next.name,
                  })}
                </ButtonLink>
              </p>
            )}
          </Notice>
        </div>
      )}
      <PageHeader title={t("list.title")} lead={requests.length === 0 ? undefined : summary} />
      {requests.length === 0 && (
        <EmptyState title={t("list.empty.title")}>{t("list.empty.body")}</EmptyState>
      )}
      {closes && (
        <p className="mb-5 text-ink-muted">
          {t("list.closes", { date: writtenDate(closes, language) })}
        </p>
      )}
      <ul className="grid gap-3">{open.map(card)}</ul>
      {shut.length > 0 && (
        <>
          <h2 className="mt-10 mb-3 text-lg font-semibold">{t("list.others")}</h2>
          <ul className="grid gap-3">{shut.map(card)}</ul>
        </>
      )}
    </RaterShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <RaterProblem kind={problemKind(error)} calledOff={calledOffOf(error)} />;
}

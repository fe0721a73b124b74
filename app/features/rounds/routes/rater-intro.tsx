import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { dealtWith, minutesLeft, nextOpenPart } from "~/features/questionnaires/domain/index.ts";
import { answerRules, DeviceNote, partsOf, RaterShell } from "~/features/questionnaires/index.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { openQuestionnaire } from "../answering/part-data.server.ts";
import { PrivacyPromise } from "../components/privacy-promise.tsx";
import { problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { deviceOf, knowDevice } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-intro";

export const handle = { plain: true, translated: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice];

export async function loader(args: Route.LoaderArgs) {
  const { visit, found } = await openQuestionnaire(args);
  const { request, instrument, answers, submitted } = found;
  const rules = answerRules(instrument);
  const { done, total: items } = dealtWith(rules, answers);
  const left = items - done;
  return {
    base: visit.base,
    organisation: visit.organisation,
    language: visit.language,
    id: request.id,
    closesOn: request.closesOn,
    promise: {
      name: request.subjectName,
      relationship: request.relationship,
      minimum: request.policy.minimum,
      releaseMode: request.releaseMode,
      hrKeepsReports: request.hrKeepsReports,
    },
    next:
      left === items
        ? (instrument.sections[0]?.key ?? "")
        : nextOpenPart(partsOf(instrument, ""), rules, answers),
    submitted,
    shared: deviceOf(args.context).shared,
    items,
    left,
    minutes: minutesLeft(instrument.minutes, items, left),
  };
}

export default function RaterIntro({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("answering");
  const { base, id, organisation, language, promise, next, submitted, items, left, minutes } =
    loaderData;
  const { name, relationship } = promise;
  const self = relationship === "self";
  const started = left < items;
  const title = t("intro.title", { context: self ? "self" : undefined, name });
  const lead = submitted ? "leadSubmitted" : started ? "leadStarted" : "lead";
  return (
    <RaterShell organisation={organisation} base={base} language={language}>
      <title>{title}</title>
      <PageHeader title={title} lead={t(`intro.${lead}`, { items, left, minutes })} />
      <PrivacyPromise {...promise} />
      <DeviceNote base={`${base}/${id}`} started={started} shared={loaderData.shared} />
      <p className="mt-5 text-ink-muted">{t(`lead.${relationship}`, { name })}</p>
      {loaderData.closesOn && (
        <p className="mt-5 text-ink-muted">
          {t("intro.closes", { date: writtenDate(loaderData.closesOn, language) })}
        </p>
      )}
      <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink
          href={`${base}/${id}/${next}${started ? `#${next}` : ""}`}
          variant="primary"
          reloadDocument
        >
          {t(submitted ? "go.change" : started ? "intro.continue" : "intro.start")}
        </ButtonLink>
        <Link href={base} reloadDocument>
          {t("intro.back")}
        </Link>
        {!self && (
          <Link href={`${base}/${id}/decline`} reloadDocument>
            {t("intro.decline")}
          </Link>
        )}
      </div>
    </RaterShell>
  );
}

export function ErrorBoundary() {
  return <RaterProblem kind={problemKind(useRouteError())} />;
}

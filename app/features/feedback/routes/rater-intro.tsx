import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { notFound } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ButtonLink } from "~/ui/button.tsx";
import { Link } from "~/ui/link.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { questionnaireFor } from "../answer.server.ts";
import { PrivacyPromise } from "../components/rater/privacy-promise.tsx";
import { problemKind } from "../components/rater/problem-kind.ts";
import { RaterProblem } from "../components/rater/rater-problem.tsx";
import { RaterShell } from "../components/rater/rater-shell.tsx";
import { dealtWith } from "../domain/answers.ts";
import { minutesLeft, nextOpenPart } from "../domain/parts.ts";
import { partsOf } from "../questionnaire-view.ts";
import { closedForGood, resolveRater } from "../resolve-rater.server.ts";
import type { Route } from "./+types/rater-intro";

export const handle = { plain: true };

export async function loader(args: Route.LoaderArgs) {
  const { rater, base, organisation } = await resolveRater(args);
  const outcome = await questionnaireFor(getPlatform(args.context), rater, args.params.requestId);
  if (!outcome.ok) throw outcome.reason === "closed" ? closedForGood() : notFound();
  const { request, instrument, answers, submitted, open } = outcome.value;
  if (!open) throw closedForGood();
  const dealt = dealtWith(answers);
  return {
    base,
    organisation,
    request: {
      id: request.id,
      name: request.participantName,
      relationship: request.relationship,
      closesOn: request.closesOn,
    },
    next:
      dealt === 0
        ? (instrument.sections[0]?.key ?? "")
        : nextOpenPart(partsOf(instrument, ""), answers),
    started: dealt > 0,
    submitted,
    items: instrument.items.length,
    minutes: minutesLeft(instrument.items.length - dealt),
    minimum: request.policy.minimum,
  };
}

export default function RaterIntro({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("feedback");
  const { base, organisation, request, next, started, submitted, items, minutes, minimum } =
    loaderData;
  const context = request.relationship === "self" ? "self" : undefined;
  const title = t("rater.intro.title", { context, name: request.name });
  return (
    <RaterShell organisation={organisation} base={base}>
      <title>{title}</title>
      <PageHeader
        title={title}
        lead={t(submitted ? "rater.intro.leadSubmitted" : "rater.intro.lead", {
          context,
          items,
          count: minutes,
          name: request.name,
        })}
      />
      <PrivacyPromise relationship={request.relationship} name={request.name} minimum={minimum} />
      {request.closesOn && (
        <p className="mt-5 text-ink-muted">
          {t("rater.intro.closes", { date: writtenDate(request.closesOn) })}
        </p>
      )}
      <div className="mt-7 flex flex-wrap items-center gap-4">
        <ButtonLink href={`${base}/${request.id}/${next}`} variant="primary" reloadDocument>
          {t(
            submitted ? "rater.go.change" : started ? "rater.intro.continue" : "rater.intro.start",
          )}
        </ButtonLink>
        <Link href={base} reloadDocument>
          {t("rater.intro.back")}
        </Link>
      </div>
    </RaterShell>
  );
}

export function ErrorBoundary() {
  return <RaterProblem kind={problemKind(useRouteError())} />;
}

import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { dealtWith, minutesLeft, nextOpenPart } from "~/features/questionnaires/domain/index.ts";
import { answerRules, DeviceNote, partsOf, RaterShell } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { PageTitle } from "~/ui/page-title.tsx";
import { openQuestionnaire } from "../answering/part-data.server.ts";
import { IntroPage, titleOf } from "../components/intro-page.tsx";
import { calledOffOf, problemKind } from "../components/problem-kind.ts";
import { RaterProblem } from "../components/rater-problem.tsx";
import { promiseReadBefore } from "../domain/promise-read.ts";
import { informFirst } from "../information/inform-first.server.ts";
import { deviceOf, knowDevice } from "../pseudonyms/device.server.ts";
import { ownRequests } from "../reads/rater-reads.server.ts";
import type { Route } from "./+types/rater-intro";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [knowDevice, informFirst];

export async function loader(args: Route.LoaderArgs) {
  const { visit, found } = await openQuestionnaire(args);
  const { request, instrument, answers, submitted } = found;
  const rules = answerRules(instrument);
  const { done, total: items } = dealtWith(rules, answers);
  const left = items - done;
  const platform = getPlatform(args.context);
  const readBefore = await inOrganisation(platform, visit.rater, async (tx) => {
    const all = (await ownRequests(tx, visit.rater, platform.secret)).flatMap(
      ({ policy, state, subjectName, relationship, ...each }) =>
        subjectName !== null && relationship !== null
          ? [
              {
                ...each,
                relationship,
                minimum: policy.minimum,
                begun: state !== "invited",
                name: subjectName,
              },
            ]
          : [],
    );
    const own = all.find((each) => each.id === request.id);
    return own ? promiseReadBefore(own, all) : null;
  });
  return {
    readBefore,
    base: visit.base,
    organisation: visit.organisation,
    brand: visit.brand,
    language: visit.language,
    id: request.id,
    closesOn: request.closesOn,
    promise: {
      kind: request.roundKind,
      name: request.subjectName ?? request.roundName,
      relationship: request.relationship,
      // What is about nobody is told as tables are.
      minimum: request.subjectId === null ? request.policy.minimumInTables : request.policy.minimum,
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
  const { base, id, organisation, language, promise, next, submitted, items, left } = loaderData;
  const { name } = promise;
  const started = left < items;
  const address = `${base}/${id}`;
  return (
    <RaterShell {...{ organisation, base, language }} suggests={promise.kind === "suggestion"}>
      <PageTitle>{t("intro.title", { context: titleOf(promise), name })}</PageTitle>
      <IntroPage
        promise={promise}
        readBefore={loaderData.readBefore}
        progress={{ items, left, minutes: loaderData.minutes }}
        submitted={submitted}
        closesOn={loaderData.closesOn}
        device={<DeviceNote base={address} started={started} shared={loaderData.shared} />}
        ways={{
          on: `${address}/${next}${started ? `#${next}` : ""}`,
          back: base,
          decline: `${address}/decline`,
        }}
      />
    </RaterShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <RaterProblem kind={problemKind(error)} calledOff={calledOffOf(error)} />;
}

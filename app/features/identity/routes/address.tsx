import { useTranslation } from "react-i18next";
import { data, redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { ErrorPage } from "~/shell/error-page.tsx";
import { PlainShell } from "~/shell/plain-shell.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import {
  answerAddressLetter,
  type LetterView,
  readAddressLetter,
} from "../address-changes/answer-address-letter.server.ts";
import { ChangeAnswer } from "../components/change-answer.tsx";
import { changeAnswerInput } from "../domain/address-change.ts";
import type { Route } from "./+types/address";

export const handle = { plain: true };

// Whoever follows a link changes nothing by it: programs that look through mail follow them all.
export async function loader({ context, params }: Route.LoaderArgs) {
  const letter = await readAddressLetter(getPlatform(context), params.token);
  return data({ letter }, { status: letter ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { answer } = await readPress(request, changeAnswerInput);
  // What came first counts; the page says what that was.
  await answerAddressLetter(getPlatform(context), params.token, answer);
  return redirect(`/address/${params.token}`);
}

/** For the owner of an address that was changed: was that right? */
export default function Address({ loaderData: { letter } }: Route.ComponentProps) {
  const { t } = useTranslation("address");
  if (!letter)
    return (
      <PlainShell width="form">
        <PageTitle>{t("page.expired.title")}</PageTitle>
        <ErrorPage title={t("page.expired.title")} message={t("page.expired.message")} />
      </PlainShell>
    );
  const { organisation, state } = letter;
  const open = state === "waiting" || state === "passed";
  return (
    <PlainShell width="form" organisationName={organisation}>
      <PageTitle>{t("page.title")}</PageTitle>
      <meta name="robots" content="noindex" />
      <PageHeader title={t("page.title")} />
      <div className="grid gap-6">
        <WhatHappened letter={letter} />
        {open ? (
          <ChangeAnswer
            organisation={organisation}
            mayConfirm={state === "waiting" && letter.to !== null}
          />
        ) : (
          <Notice tone={state === "refused" ? "info" : "success"}>
            {t(`page.over.${state}`, { organisation })}
          </Notice>
        )}
      </div>
    </PlainShell>
  );
}

function WhatHappened({ letter }: { letter: LetterView }) {
  const { t } = useTranslation("address");
  const { organisation, to, changedOn, opensOn, state } = letter;
  const date = writtenDate(changedOn);
  const until = writtenDate(opensOn);
  const waiting = to === null ? t("page.waitingRemoved") : t("page.waiting", { until });
  return (
    <div className="grid gap-3">
      <p className="wrap-anywhere">
        {t(to === null ? "page.removed" : "page.changed", { date, organisation, to })}
      </p>
      {state === "waiting" && <p>{waiting}</p>}
      {state === "passed" && to !== null && <p>{t("page.passed", { until })}</p>}
    </div>
  );
}

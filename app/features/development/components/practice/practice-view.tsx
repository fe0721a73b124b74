import { useTranslation } from "react-i18next";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import { hoursOfDay, writtenDate } from "~/platform/i18n/format.ts";
import { Badge } from "~/ui/badge.tsx";
import { ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { RaisedCard } from "~/ui/raised-card.tsx";
import type {
  PastPractice,
  PracticePage,
  ShownOpenPractice,
} from "../../practice/practice-page.server.ts";
import { HatBadge } from "../hat-badge.tsx";
import { CheckIn, RecentDays } from "./check-in.tsx";
import { IfThen } from "./if-then.tsx";
import { Finishing, Midway, OneButton, Rehearsal, Stopping } from "./practice-steps.tsx";
import { PractisingPage } from "./practising-page.tsx";
import { StrengthCurve } from "./strength-curve.tsx";

type Props = { page: PracticePage; said: string | null; answer: FormAnswer | undefined };

const SAID = [
  ...(["chosen", "changed", "begin", "discard", "answer", "midway"] as const),
  ...(["finish", "extend", "stop", "resume", "another"] as const),
];

/** What somebody practises: today's question, how it grows, what was before; or how to begin. */
export function PracticeView({ page, said, answer }: Props) {
  const { t } = useTranslation("practising");
  const { open, past, areas, today } = page;
  const told = SAID.find((each) => each === said);
  const [problem] = problemsIn(answer).filter(({ field }) => field === undefined);
  return (
    <PractisingPage title={t("title")} lead={t("lead")}>
      <div className="grid gap-10">
        {told && !problem && (
          <Notice tone={told === "another" ? "info" : "success"}>{t(`said.${told}`)}</Notice>
        )}
        {problem && <Notice tone="danger">{t(`problems.${problem.code}`)}</Notice>}
        {!open && <Beginning areas={areas} />}
        {open?.state === "chosen" && <Rehearsal practice={open} answer={answer} />}
        {open?.state === "running" && <Running practice={open} today={today} answer={answer} />}
        {past.length > 0 && <Past past={past} />}
      </div>
    </PractisingPage>
  );
}

function Running({
  practice,
  today,
  answer,
}: {
  practice: ShownOpenPractice;
  today: string;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation("practising");
  const { asked, behaviour, hat, cue, action, steps, recent, left, length } = practice;
  const edge = hat && hat.tone !== "neutral" ? hat.tone : "both";
  return (
    <>
      <RaisedCard labelledBy="practised" edge={edge}>
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center gap-2">
            {behaviour && <HatBadge hat={hat} />}
            <span className="text-sm text-ink-muted">
              {t("running.day", { day: Math.max(1, length - left), length })}
            </span>
          </div>
          <h2 id="practised" dir="auto" className="font-serif text-2xl font-semibold wrap-anywhere">
            {behaviour ?? t("running.title")}
          </h2>
          <IfThen cue={cue} action={action} />
          {asked ? (
            <CheckIn day={asked.day} today={today} />
          ) : (
            <p className="text-ink-muted">{t(`running.${restOf(practice, today)}`)}</p>
          )}
        </div>
      </RaisedCard>
      {steps.includes("finish") && <Finishing practice={practice} answer={answer} />}
      {steps.includes("midway") && <Midway practice={practice} answer={answer} />}
      {practice.days.length > 1 && <StrengthCurve practice={practice} />}
      <div className="grid gap-4 print:hidden">
        {recent.length > 0 && (
          <Disclosure summary={t("running.recent")}>
            <RecentDays recent={recent} />
          </Disclosure>
        )}
        <p>
          {t(`nudges.${practice.isSilent ? "silent" : practice.nudges}`, {
            hour: hoursOfDay([practice.nudgeHour]),
          })}{" "}
          <Link href="/plan/practice/edit">{t("change")}</Link>
        </p>
        <Stopping />
      </div>
    </>
  );
}

/** Why nothing is asked. */
function restOf({ days }: ShownOpenPractice, today: string): "said" | "free" {
  const last = days.at(-1);
  return last?.day === today && last.standing !== "free" && last.standing !== "away"
    ? "said"
    : "free";
}

function Beginning({ areas }: Pick<PracticePage, "areas">) {
  const { t } = useTranslation("practising");
  return (
    <>
      <EmptyState
        title={t("empty.title")}
        action={
          <>
            <ButtonLink href="/practices" variant={areas.length > 0 ? "secondary" : "primary"}>
              {t("empty.library")}
            </ButtonLink>
            <ButtonLink href="/plan/practice/new">{t("empty.own")}</ButtonLink>
          </>
        }
      >
        <p>{t("empty.body")}</p>
      </EmptyState>
      {areas.length > 0 && (
        <section aria-labelledby="areas" className="grid gap-3">
          <h2 id="areas" className="font-serif text-xl font-semibold">
            {t("empty.areas")}
          </h2>
          <ul className="divide-y divide-line rounded-large border border-line bg-surface px-4">
            {areas.map(({ id, title }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <p dir="auto" className="min-w-0 font-medium wrap-anywhere">
                  {title}
                </p>
                <ButtonLink
                  size="small"
                  href={`/plan/practice/new?${new URLSearchParams({ area: id })}`}
                >
                  {t("empty.take")}
                  <span className="sr-only">: {title}</span>
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Past({ past }: { past: readonly PastPractice[] }) {
  const { t } = useTranslation("practising");
  return (
    <section aria-labelledby="past" className="grid gap-3">
      <h2 id="past" className="font-serif text-xl font-semibold">
        {t("past.title")}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {past.map((each) => (
          <PastRow key={each.id} practice={each} />
        ))}
      </ul>
    </section>
  );
}

function PastRow({ practice }: { practice: PastPractice }) {
  const { t } = useTranslation("practising");
  const { cue, action, state, begunOn, endedOn, midway, learned, word, tally } = practice;
  const chances = tally.done + tally.not + tally.missed;
  return (
    <li className="grid gap-3 py-5">
      <div className="flex flex-wrap items-center gap-2">
        <Badge>{t(`past.state.${state === "finished" ? "finished" : "stopped"}`)}</Badge>
        <span className="text-sm text-ink-muted">
          {t("past.days", {
            from: begunOn ? writtenDate(begunOn) : "",
            until: endedOn ? writtenDate(endedOn) : "",
          })}
        </span>
      </div>
      <IfThen cue={cue} action={action} />
      <p>
        {t(`strength.${word}`)}. {t("past.tally", { done: tally.done, count: chances })}
      </p>
      {[midway, learned].map(
        (words, at) =>
          words && (
            <div key={at === 0 ? "midway" : "learned"} className="max-w-reading">
              <p className="text-sm text-ink-muted">
                {t(at === 0 ? "past.midway" : "past.learned")}
              </p>
              <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                {words}
              </p>
            </div>
          ),
      )}
      {practice.mayResume && <OneButton step="resume" />}
    </li>
  );
}

import { useTranslation } from "react-i18next";
import { daysAfter } from "~/platform/calendar/days.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { EmptyState } from "~/ui/empty-state.tsx";
import { Form } from "~/ui/form.tsx";
import { Link } from "~/ui/link.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PageHeader } from "~/ui/page-header.tsx";
import { PageTitle } from "~/ui/page-title.tsx";
import { Points } from "~/ui/points.tsx";
import type { TimeReading } from "../../domain/time/time.ts";
import type { TimePage } from "../../time/time-page.server.ts";
import { BalanceFigure, hoursOf } from "./balance-figure.tsx";
import { KindsForm } from "./kinds-form.tsx";
import { WithTimePurpose } from "./time-purpose.tsx";

type Props = { page: TimePage; said: string | null };

const SAID = ["read", "week", "put", "remove", "forget"] as const;

/** Where somebody's time went, what is still to be put to a hat, and what the picture rests on. */
export function TimeView({ page, said }: Props) {
  const { t } = useTranslation("time");
  const { balance, open, put, reading, older } = page;
  const told = SAID.find((each) => each === said);
  const isEmpty = balance.weeks.length === 0;
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumbs={[{ label: t("plan:own.title"), href: "/plan" }]}
        {...(isEmpty
          ? {}
          : {
              action: (
                <>
                  <ButtonLink href="/plan/time/calendar">{t("again")}</ButtonLink>
                  <ButtonLink href="/plan/time/week">{t("byHand")}</ButtonLink>
                </>
              ),
            })}
      />
      <WithTimePurpose>
        <div className="grid grid-cols-1 gap-10">
          {told && <Notice tone="success">{t(`said.${told}`)}</Notice>}
          {isEmpty ? (
            <Empty />
          ) : (
            <>
              {open.length > 0 && <OpenKinds page={page} />}
              <BalanceFigure balance={balance} />
              <RestsOn page={page} />
            </>
          )}
          {older > 0 && <p className="text-ink-muted">{t("older", { count: older })}</p>}
          {put.length > 0 && (
            <Disclosure summary={t("kinds.put", { count: put.length })} framed>
              <div className="pt-2">
                <KindsForm kinds={put} id="put" />
              </div>
            </Disclosure>
          )}
          <ClearOutWay />
          {(!isEmpty || reading) && <Forget />}
        </div>
      </WithTimePurpose>
    </>
  );
}

function Empty() {
  const { t } = useTranslation("time");
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        <>
          <ButtonLink variant="primary" href="/plan/time/calendar">
            {t("empty.calendar")}
          </ButtonLink>
          <ButtonLink href="/plan/time/week">{t("empty.byHand")}</ButtonLink>
        </>
      }
    >
      <p>{t("empty.body")}</p>
    </EmptyState>
  );
}

function OpenKinds({ page: { open } }: { page: TimePage }) {
  const { t } = useTranslation("time");
  return (
    <section aria-labelledby="kinds" className="grid gap-3">
      <h2 id="kinds" className="font-serif text-xl font-semibold">
        {t("kinds.title", { count: open.length })}
      </h2>
      <p className="max-w-reading text-ink-muted">{t("kinds.lead")}</p>
      <KindsForm kinds={open} id="open" />
    </section>
  );
}

const LEFT = [
  ...(["allDay", "declined", "cancelled", "free", "noLength", "unreadable"] as const),
  ...(["unknownZone", "rare", "byHand"] as const),
];

/** What the picture rests on, and what it can't know. */
function RestsOn({ page: { balance, reading } }: { page: TimePage }) {
  const { t } = useTranslation("time");
  const byHand = balance.weeks.filter(({ source }) => source === "hand").length;
  const points = [
    t("rests.weeks", {
      count: balance.weeks.length,
      calendar: t("rests.calendar", { count: balance.weeks.length - byHand }),
      hand: t("rests.hand", { count: byHand }),
    }),
    ...(reading ? readingPoints(reading, t) : []),
    t("rests.between"),
  ];
  return (
    <section aria-labelledby="rests" className="grid gap-3">
      <h2 id="rests" className="font-serif text-xl font-semibold">
        {t("rests.title")}
      </h2>
      <Points points={points} />
    </section>
  );
}

type T = ReturnType<typeof useTranslation<"time">>["t"];

function readingPoints(reading: TimeReading, t: T): string[] {
  const { readOn, weekOn, weeks, meetings, overlapMinutes } = reading;
  return [
    t("rests.read", {
      count: meetings,
      date: writtenDate(readOn),
      from: writtenDate(weekOn),
      until: writtenDate(daysAfter(weekOn, 7 * weeks - 1)),
    }),
    ...LEFT.filter((key) => reading[key] > 0).map((key) =>
      t(`rests.${key}`, { count: reading[key] }),
    ),
    ...(overlapMinutes > 0 ? [t("rests.overlap", { hours: hoursOf(overlapMinutes) })] : []),
    t("rests.endless"),
  ];
}

function ClearOutWay() {
  const { t } = useTranslation("time");
  return (
    <section aria-labelledby="clear-out" className="grid gap-2">
      <h2 id="clear-out" className="font-serif text-xl font-semibold">
        {t("clearOut.title")}
      </h2>
      <p className="max-w-reading">
        {t("clearOut.body")} <Link href="/plan/clear-outs">{t("clearOut.open")}</Link>
      </p>
    </section>
  );
}

function Forget() {
  const { t } = useTranslation("time");
  return (
    <div className="print:hidden">
      <Disclosure summary={t("forget.summary")}>
        <Form method="post" className="grid justify-items-start gap-3">
          <p className="max-w-reading">{t("forget.body")}</p>
          <Button variant="caution" name="step" value="forget">
            {t("forget.button")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

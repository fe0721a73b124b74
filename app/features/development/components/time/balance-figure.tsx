import { useTranslation } from "react-i18next";
import { decimal, writtenDate } from "~/platform/i18n/format.ts";
import { Button, ButtonLink } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { Table } from "~/ui/table.tsx";
import { timeHats } from "../../domain/time/time.ts";
import type { HatMinutes, TimeBalance, WeekBalance } from "../../domain/time/time-balance.ts";

const PARTS = [...timeHats, "open"] as const;

/** Hours with one decimal. */
export const hoursOf = (minutes: number) => decimal(minutes / 60, 1);

/** Where the time went: what can be said of it, and each week as a row with its bar. */
export function BalanceFigure({ balance }: { balance: TimeBalance }) {
  const { t } = useTranslation("time");
  const { weeks, total, tilt } = balance;
  const average = (part: keyof HatMinutes) => hoursOf(total[part] / Math.max(1, weeks.length));
  const most = Math.max(...weeks.map(({ minutes }) => sumOf(minutes)), 1);
  const has = (part: keyof HatMinutes) => part !== "open" || total.open > 0;
  return (
    <section aria-labelledby="balance" className="grid gap-4" data-print="together">
      <h2 id="balance" className="font-serif text-xl font-semibold">
        {t(`tilt.${tilt}`, {
          managing: average("managing"),
          leading: average("leading"),
          open: average("open"),
        })}
      </h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {PARTS.filter(has).map((part) => (
          <li key={part} className="inline-flex items-center gap-1.5">
            <Mark part={part} />
            {t("average", { part: t(`hat.${part}`), hours: average(part) })}
          </li>
        ))}
      </ul>
      <Table
        caption={t("weeks.caption")}
        captionHidden
        rows={weeks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "week",
            header: t("weeks.week"),
            rowHeader: true,
            cell: ({ weekOn, source }) => (
              <>
                {writtenDate(weekOn)}
                <span className="block text-sm text-ink-muted">{t(`source.${source}`)}</span>
              </>
            ),
          },
          {
            key: "bar",
            header: t("weeks.picture"),
            cell: ({ minutes }) => <Bar minutes={minutes} most={most} />,
            folded: "below",
          },
          ...PARTS.filter(has).map((part) => ({
            key: part,
            header: t(`hat.${part}`),
            align: "end" as const,
            cell: ({ minutes }: WeekBalance) => hoursOf(minutes[part]),
          })),
          {
            key: "act",
            header: <span className="sr-only">{t("weeks.act")}</span>,
            folded: "below",
            cell: (week) => <WeekActions week={week} />,
          },
        ]}
      />
    </section>
  );
}

function WeekActions({ week: { id, weekOn } }: { week: WeekBalance }) {
  const { t } = useTranslation("time");
  const which = <span className="sr-only">: {writtenDate(weekOn)}</span>;
  return (
    <Form method="post" className="flex flex-wrap justify-end print:hidden">
      <input type="hidden" name="intent" value={id} />
      <ButtonLink size="small" variant="quiet" href={`/plan/time/week?on=${weekOn}`}>
        {t("weeks.change")}
        {which}
      </ButtonLink>
      <Button size="small" variant="quiet" name="step" value="remove">
        {t("weeks.remove")}
        {which}
      </Button>
    </Form>
  );
}

const sumOf = (minutes: HatMinutes) => PARTS.reduce((sum, part) => sum + minutes[part], 0);

const fills = {
  managing: "fill-managing-fill",
  leading: "fill-leading-fill",
  neither: "fill-line-strong",
  open: "fill-none stroke-line-strong",
};

/** A week as a line, as long as its hours are many; the figures in its row say the same. */
function Bar({ minutes, most }: { minutes: HatMinutes; most: number }) {
  const share = (value: number) => `${(100 * value) / most}%`;
  return (
    <svg aria-hidden="true" width="100%" height="14" className="min-w-24">
      {PARTS.map((part, at) => (
        <rect
          key={part}
          className={fills[part]}
          x={share(PARTS.slice(0, at).reduce((sum, each) => sum + minutes[each], 0))}
          y="1"
          width={share(minutes[part])}
          height="12"
        />
      ))}
    </svg>
  );
}

/** What stands for a part in the bars: managing a square, leading a circle, what is open hollow. */
function Mark({ part }: { part: keyof HatMinutes }) {
  return (
    <svg aria-hidden="true" width="12" height="12" viewBox="-6 -6 12 12" className="shrink-0">
      {part === "leading" ? (
        <circle r="5" className={fills[part]} />
      ) : (
        <rect x="-5" y="-5" width="10" height="10" rx="1.5" className={fills[part]} />
      )}
    </svg>
  );
}

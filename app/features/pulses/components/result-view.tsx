import { useTranslation } from "react-i18next";
import { decimal, writtenDate } from "~/platform/i18n/format.ts";
import type { ChangeRow } from "~/ui/charts/change-data.ts";
import { ChartBlock } from "~/ui/charts/chart-block.tsx";
import { Panel } from "~/ui/panel.tsx";
import { Sure } from "~/ui/sure.tsx";
import { Table } from "~/ui/table.tsx";
import { mainRow, type PulseRow } from "../domain/pulse-result.ts";
import type { PulseResultPage, ToldBehaviour } from "../pulse/pulse-result-page.server.ts";

/** What a pulse told, behaviour by behaviour; or why there is nothing yet. */
export function ResultView({ page }: { page: PulseResultPage }) {
  const { t } = useTranslation("pulses");
  const { told, state, closesOn, calledOffReason } = page;
  if (told)
    return (
      <div className="grid gap-14">
        {told.behaviours.map((behaviour) => (
          <Behaviour key={behaviour.item} behaviour={behaviour} minimum={told.minimum} />
        ))}
      </div>
    );
  const date = closesOn === null ? "" : writtenDate(closesOn);
  if (state === "called-off")
    return (
      <Panel title={t("result.calledOff")}>
        <p>{t("result.calledOffBody", { reason: calledOffReason })}</p>
      </Panel>
    );
  return (
    <Panel title={t("running.title")}>
      <p>{t(state === "collecting" ? "running.body" : "running.counting", { date })}</p>
    </Panel>
  );
}

type Shown = { behaviour: ToldBehaviour; minimum: number };

/** Differences smaller than this are about the same, from -1 (all say less) to 1. */
const ABOUT_SAME = 0.2;

function Behaviour({ behaviour, minimum }: Shown) {
  const { t } = useTranslation("pulses");
  const { label, rows, scale } = behaviour;
  const main = mainRow(rows);
  const kind = scale.centre === undefined ? "level" : "amount";
  const verdict = main?.verdict ?? null;
  return (
    <section className="grid gap-5">
      <div className="grid gap-2">
        <p className="text-sm text-ink-muted wrap-anywhere" dir="auto">
          {label}
        </p>
        <h2 className="verdict-text font-serif text-2xl font-semibold text-balance">
          {verdict === null
            ? t(main?.compared ? `looking.${towards(main.compared.balance)}` : "verdict.nothing")
            : t(`verdict.${kind}.${verdict}`)}
        </h2>
        {verdict !== null && main && (
          <p>
            <Sure
              sure={{
                step: verdict === "cant-tell" ? "open" : "clear",
                words: t(verdict === "cant-tell" ? "sure.open" : "sure.clear"),
              }}
            />
          </p>
        )}
        <p className="max-w-reading">{inWords(main, { behaviour, minimum }, t)}</p>
      </div>
      <Amounts behaviour={behaviour} />
      <Comparisons behaviour={behaviour} minimum={minimum} />
    </section>
  );
}

type T = ReturnType<typeof useTranslation<"pulses">>["t"];

function towards(balance: number): "more" | "less" | "same" {
  return balance > ABOUT_SAME ? "more" : balance < -ABOUT_SAME ? "less" : "same";
}

const signed = (value: number) => `${value > 0 ? "+" : ""}${decimal(value, 1)}`;

/** The figures of the row that says most, in a sentence; or why there are none. */
function inWords(main: PulseRow | null, { minimum }: Shown, t: T): string {
  if (!main) return t("why.nothing", { minimum });
  const { amounts, verdict } = main;
  const group = t(`report:groups.${main.group}`);
  if (!amounts) return t(verdict === null ? "why.sharesOnly" : "why.verdictOnly", { group });
  const { before, now, difference, low, high } = amounts;
  return t("amounts.sentence", {
    group,
    ...{ before: signed(before.mean), likely: signed(before.likely), now: signed(now.mean) },
    ...{ difference: signed(difference), low: signed(low), high: signed(high) },
    ...{ answersThen: before.n, count: now.n },
  });
}

/** Then and now with the band of chance, of the groups of which amounts are told. */
function Amounts({ behaviour: { rows, scale, label } }: { behaviour: ToldBehaviour }) {
  const { t } = useTranslation("pulses");
  const drawn = scaleOfChart(scale);
  const shown = rows.filter(({ amounts }) => amounts !== null);
  if (shown.length === 0 || drawn === null) return null;
  const changes = rows.flatMap((row): ChangeRow[] => {
    const { group, amounts, verdict, why } = row;
    const own = { key: group, label: t(`report:groups.${group}`) };
    if (!amounts) return [{ ...own, hidden: t(`why.${why.amounts ?? "few"}`) }];
    const { before, now, low, high } = amounts;
    const half = (high - low) / 2;
    const off = before.likely - before.mean;
    return [
      {
        ...own,
        ...{ before: before.mean, now: now.mean, noise: { low: off - half, high: off + half } },
        meaning: t(`verdict.${drawn}.${verdict ?? "cant-tell"}`),
      },
    ];
  });
  return (
    <ChartBlock
      chart={{
        ...{ kind: "change", rows: changes, scale: drawn },
        title: t("amounts.title", { behaviour: label }),
        description: t("amounts.description", { behaviour: label }),
        note: t("amounts.note"),
      }}
    />
  );
}

/** The scale a drawing has; null for one that none has. */
function scaleOfChart({ low, high, centre }: ToldBehaviour["scale"]): "amount" | "level" | null {
  if (low === -2 && high === 2 && centre === 0) return "amount";
  return low === 1 && high === 5 && centre === undefined ? "level" : null;
}

/** How many say that it is less, the same and more than before, by group. */
function Comparisons({ behaviour: { rows, item, label }, minimum }: Shown) {
  const { t } = useTranslation("pulses");
  const counted = (row: PulseRow, of: "less" | "same" | "more") =>
    row.compared?.counts ? String(row.compared.counts[of]) : "–";
  return (
    <div className="grid gap-2">
      <Table
        caption={t("compared.title", { behaviour: label })}
        rows={rows}
        rowKey={({ group }) => `${item} ${group}`}
        empty={t("why.nothing", { minimum })}
        columns={[
          {
            key: "group",
            header: t("compared.group"),
            rowHeader: true,
            cell: ({ group }) => t(`report:groups.${group}`),
          },
          ...(["less", "same", "more"] as const).map((of) => ({
            key: of,
            header: t(`compared.${of}`),
            align: "end" as const,
            cell: (row: PulseRow) => counted(row, of),
          })),
          {
            key: "balance",
            header: t("compared.inAll"),
            cell: ({ compared, why }) =>
              compared
                ? t(`compared.balance.${towards(compared.balance)}`, {
                    balance: signed(compared.balance),
                    count: compared.n,
                  })
                : t(`why.${why.compared ?? "few"}`),
          },
        ]}
      />
      <p className="text-sm text-ink-muted">{t("compared.note")}</p>
    </div>
  );
}

import { decimal } from "~/platform/i18n/format.ts";
import { say } from "~/platform/open-pages/say.ts";
import { AmountLane } from "~/ui/charts/amount-lane.tsx";
import { HatMark } from "~/ui/charts/marks.tsx";
import { cx } from "~/ui/cx.ts";
import { valuesOf } from "../domain/check.ts";
import type { PartResult, Result } from "../domain/score.ts";
import type { ResultPage } from "./result-data.ts";

type Tone = "managing" | "leading" | "neutral";
type Row = {
  key: string;
  name: string;
  tone: Tone;
  mean: number | null;
  note: string | null;
  strong: boolean;
};
type Props = { page: ResultPage; result: Result };

/** What a row or cell is, said even to browsers to which what folds is no table any more. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

/** The picture: a row for each part, drawn on the whole scale. On a phone a row folds, its drawing below. */
export function ResultTable({ page, result }: Props) {
  const { check, said } = page;
  const values = valuesOf(check.scale);
  const [low = 0, high = 0] = [values[0], values.at(-1)];
  const scale = { low, high, centre: (low + high) / 2 };
  const ends = check.scale === "amount" ? "Amount" : "Truth";
  return (
    <table
      {...as.table}
      className="w-full max-w-180 border-collapse text-sm @max-[40rem]:block"
      data-result={check.key}
    >
      <caption className="sr-only">{said.picture}</caption>
      <thead {...as.rowgroup} className="@max-[40rem]:block">
        <tr
          {...as.row}
          className="align-bottom text-xs text-ink-muted @max-[40rem]:block *:border-b *:border-line-strong *:pb-1.5 *:font-medium"
        >
          <th scope="col" {...as.columnheader} className="pe-3 text-start @max-[40rem]:sr-only">
            {said.part}
          </th>
          <th scope="col" {...as.columnheader} className="min-w-40 @max-[40rem]:block">
            <span className="grid grid-cols-[1fr_auto_1fr] items-end gap-2" dir="ltr">
              <span className="text-start">{said[`low${ends}`]}</span>
              <span>{said[`middle${ends}`]}</span>
              <span className="text-end">{said[`high${ends}`]}</span>
            </span>
          </th>
          <th scope="col" {...as.columnheader} className="ps-3 text-end @max-[40rem]:sr-only">
            {said.figure}
          </th>
        </tr>
      </thead>
      <tbody {...as.rowgroup} className="@max-[40rem]:block">
        {rowsOf(page, result).map(({ key, name, tone, mean, note, strong }) => (
          <tr
            key={key}
            {...as.row}
            className="border-b border-line @max-[40rem]:grid @max-[40rem]:grid-cols-[minmax(0,1fr)_auto] @max-[40rem]:items-baseline @max-[40rem]:gap-x-4 @max-[40rem]:pt-2.5"
          >
            <th
              scope="row"
              {...as.rowheader}
              className={cx(
                "w-60 py-1.5 pe-3 text-start leading-tight @max-[40rem]:w-auto @max-[40rem]:p-0",
                strong ? "font-semibold" : "font-medium",
              )}
            >
              <span className="inline-flex items-baseline gap-2">
                {tone !== "neutral" && <ToneMark tone={tone} />}
                <bdi>{name}</bdi>
              </span>
            </th>
            <td
              {...as.cell}
              className="h-11 p-0 @max-[40rem]:order-last @max-[40rem]:col-span-2 @max-[40rem]:h-8"
            >
              <AmountLane tone={tone} scale={scale} self={mean ?? undefined} />
            </td>
            <td
              {...as.cell}
              className="py-1 ps-3 text-end tabular-nums @max-[40rem]:p-0 @min-[40rem]:w-44"
            >
              {mean !== null && <span className="font-semibold">{decimal(mean, 1)}</span>}
              {note && <span className="ms-2 text-xs text-ink-muted">{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(page: ResultPage, { parts, hats }: Result): Row[] {
  const { check, words, said, language } = page;
  const rows = parts.map((part, index): Row => {
    const { key, mean } = part;
    const name = words.parts[key]?.name ?? key;
    const tone = check.parts[index]?.tone ?? "neutral";
    return { key, name, tone, mean, note: noteOn(page, part), strong: false };
  });
  if (!hats) return rows;
  return (["managing", "leading"] as const).flatMap((hat) => [
    {
      ...{ key: `all-${hat}`, name: say(said, language, hat), tone: hat },
      ...{ mean: hats[hat], note: null, strong: true },
    },
    ...rows.filter(({ tone }) => tone === hat),
  ]);
}

/** What a figure alone would hide: too few answers, or what lies on either side of the right amount. */
function noteOn({ said, language }: ResultPage, part: PartResult): string | null {
  const { mean, answered, of, tooMuch, tooLittle } = part;
  if (mean === null) return say(said, language, "noFigure", { answered, of });
  if (tooMuch + tooLittle === 0) return null;
  const key = tooMuch === 0 ? "countsLittle" : tooLittle === 0 ? "countsMuch" : "countsBoth";
  return say(said, language, key, { tooMuch, tooLittle });
}

function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className="shrink-0">
      <HatMark x={6} y={6} tone={tone} />
    </svg>
  );
}

import type { ReactNode } from "react";
import type { WayTo } from "~/platform/blocks/block.ts";
import { cx } from "../cx.ts";
import { FindingTitle } from "../finding-title.tsx";
import { Sure } from "../sure.tsx";
import { AmountLane } from "./amount-lane.tsx";
import type { AmountChart } from "./chart.ts";
import { ChartKey } from "./chart-key.tsx";
import { type Group, type GroupRow, isHidden } from "./data.ts";
import type { ChartTexts } from "./texts.ts";

/** What a row or cell is, said even to browsers to which what folds is no table any more. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

type Props = { chart: AmountChart; texts: ChartTexts; reading?: WayTo | undefined };

/**
 * Amounts where the chart is the table: each row says what others see and how sure that is, draws it, and has its
 * figures as text. Where there is little room a row folds: words and figures above, the drawing below.
 */
export function AmountTable({ chart: { title, description, rows }, texts, reading }: Props) {
  const own = rows.some(({ self }) => self !== undefined);
  return (
    <figure className="@container min-w-0" data-print="together">
      <FindingTitle>{title}</FindingTitle>
      <table {...as.table} className="w-full border-collapse text-sm @max-[40rem]:block">
        <caption className="sr-only">{description}</caption>
        <thead {...as.rowgroup} className="@max-[40rem]:block">
          <tr
            {...as.row}
            className="align-bottom text-xs text-ink-faint @max-[40rem]:block *:border-b *:border-line-strong *:pb-1.5 *:font-medium"
          >
            <Head>{texts.subject}</Head>
            <Head>{texts.seen}</Head>
            <Head lane>
              <Axis texts={texts} />
            </Head>
            <Head figure>
              {texts.mean}
              <span className="block">{texts.likely}</span>
            </Head>
            {own && <Head figure>{texts.self}</Head>}
            <Head figure>{texts.raters}</Head>
          </tr>
        </thead>
        <tbody {...as.rowgroup} className="@max-[40rem]:block">
          {rows.map((row) => (
            <Row key={row.key} {...{ row, own, texts }} />
          ))}
        </tbody>
      </table>
      <ChartKey tone={rows[0]?.tone ?? "neutral"} {...{ own, texts, reading }} />
    </figure>
  );
}

type HeadProps = { lane?: boolean; figure?: boolean; children: ReactNode };

/** On a folded table only what the drawing means stays in sight. */
function Head({ lane = false, figure = false, children }: HeadProps) {
  return (
    <th
      scope="col"
      {...as.columnheader}
      className={cx(
        lane ? "min-w-40 @max-[40rem]:block" : "pe-3 @max-[40rem]:sr-only",
        figure ? "text-end last:pe-0" : "text-start",
      )}
    >
      {children}
    </th>
  );
}

function Axis({ texts }: { texts: ChartTexts }) {
  return (
    <span className="grid grid-cols-[1fr_auto_1fr] items-end gap-2" dir="ltr">
      <span className="text-start">{texts.tooLittle}</span>
      <span className="font-semibold text-ink">{texts.rightAmount}</span>
      <span className="text-end">{texts.tooMuch}</span>
    </span>
  );
}

type RowProps = { row: GroupRow; own: boolean; texts: ChartTexts };

function Row({ row: { label, tone = "neutral", groups, self, seen }, own, texts }: RowProps) {
  const [group] = groups;
  const shown = group && !isHidden(group) ? group : undefined;
  return (
    <tr
      {...as.row}
      className="border-b border-line @max-[40rem]:grid @max-[40rem]:grid-cols-[minmax(0,1fr)_auto_auto] @max-[40rem]:items-baseline @max-[40rem]:gap-x-4 @max-[40rem]:pt-2.5"
    >
      <th
        scope="row"
        {...as.rowheader}
        className="w-46 py-1.5 pe-3 text-start leading-tight font-medium @max-[40rem]:w-auto @max-[40rem]:p-0"
      >
        <bdi>{label}</bdi>
      </th>
      <td
        {...as.cell}
        className="pe-3 whitespace-nowrap @max-[40rem]:col-span-2 @max-[40rem]:justify-self-end @max-[40rem]:p-0"
      >
        {seen && <Sure sure={seen} />}
      </td>
      <td
        {...as.cell}
        className="h-11 p-0 @max-[40rem]:order-last @max-[40rem]:col-span-3 @max-[40rem]:h-8"
      >
        <Drawn {...{ group, tone, self }} />
      </td>
      <Figures {...{ shown, texts }} />
      {own && (
        <Figure>
          {self !== undefined && (
            <>
              <span className="@min-[40rem]:hidden">{texts.self} </span>
              {texts.amount(self)}
            </>
          )}
        </Figure>
      )}
      <Figure>
        {shown && (
          <>
            <span className="@min-[40rem]:hidden">{texts.countRaters(shown.n)}</span>
            <span className="@max-[40rem]:hidden">{shown.n}</span>
          </>
        )}
      </Figure>
    </tr>
  );
}

function Drawn({
  group,
  tone,
  self,
}: Pick<GroupRow, "self"> & { group: Group | undefined; tone: NonNullable<GroupRow["tone"]> }) {
  if (group && isHidden(group))
    return (
      <span className="hatched grid size-full place-items-center rounded-small px-2">
        <span className="rounded-small bg-canvas px-2 text-xs text-ink-muted">{group.hidden}</span>
      </span>
    );
  return <AmountLane {...{ tone, self }} {...(group && { ...group })} />;
}

function Figures({
  shown,
  texts,
}: {
  shown: Exclude<Group, { hidden: string }> | undefined;
  texts: ChartTexts;
}) {
  if (!shown) return <Figure>{null}</Figure>;
  const { value, low, high } = shown;
  return (
    <Figure>
      <span className="font-semibold">{texts.amount(value)}</span>
      {low !== undefined && high !== undefined && (
        <span className="block text-xs text-ink-muted @max-[40rem]:ms-2 @max-[40rem]:inline">
          {texts.range(texts.amount(low), texts.amount(high))}
        </span>
      )}
    </Figure>
  );
}

function Figure({ children }: { children: ReactNode }) {
  return (
    <td
      {...as.cell}
      className="py-1 pe-3 text-end whitespace-nowrap tabular-nums text-ink last:pe-0 last:text-ink-muted @max-[40rem]:p-0 @max-[40rem]:text-start"
    >
      {children}
    </td>
  );
}

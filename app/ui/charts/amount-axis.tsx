import type { ChartWords, GroupRow } from "./data.ts";
import { RowChart } from "./row-chart.tsx";
import type { ChartTexts } from "./texts.ts";

export interface AmountAxisProps extends ChartWords {
  /** Values from -2 (far too little) through 0 (the right amount) to 2 (far too much). */
  rows: readonly GroupRow[];
  texts: ChartTexts;
}

/** Amounts around "the right amount": too little to the left, too much to the right. */
export function AmountAxis({ texts, ...rest }: AmountAxisProps) {
  return (
    <RowChart
      {...rest}
      texts={texts}
      scale={{
        domain: [-2, 2],
        ticks: [-2, -1, 0, 1, 2],
        centre: 0,
        words: { start: texts.tooLittle, middle: texts.rightAmount, end: texts.tooMuch },
        value: texts.amount,
      }}
    />
  );
}

import type { ChartWords } from "./data.ts";
import { ChartFigure, type FigureTable } from "./figure.tsx";
import { PlaneDrawing } from "./plane-drawing.tsx";
import type { ChartTexts } from "./texts.ts";

/** A point on the two amounts, each from -2 (far too little) to 2 (far too much). */
export interface PlanePoint {
  managing: number;
  leading: number;
}

/** The region where others' mean likely lies, in the units of the axes; the angle in degrees, anticlockwise from managing. */
export interface PlaneEllipse {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
  angle: number;
}

export interface PlaneOthers extends PlanePoint {
  n: number;
  ellipse?: PlaneEllipse;
}

export interface BalancePlaneProps extends ChartWords {
  others: PlaneOthers | { hidden: string };
  self?: PlanePoint;
  /** Others' mean of the time before, drawn as a ghost. */
  lastTime?: PlanePoint & { n: number };
  /** Names of the two axes, such as "managing" and "leading", with their ends in words. */
  axes: {
    managing: { name: string; tooLittle: string; tooMuch: string };
    leading: { name: string; tooLittle: string; tooMuch: string };
  };
  texts: ChartTexts;
}

function figures({ others, self, lastTime, axes, texts }: BalancePlaneProps): FigureTable {
  const row = (name: string, point: PlanePoint, n: number) => [
    name,
    texts.amount(point.managing),
    texts.amount(point.leading),
    String(n),
  ];
  return {
    columns: [texts.group, axes.managing.name, axes.leading.name, texts.raters],
    rows: [
      "hidden" in others
        ? [texts.others, others.hidden, others.hidden, "–"]
        : row(texts.others, others, others.n),
      ...(self ? [row(texts.self, self, 1)] : []),
      ...(lastTime ? [row(texts.lastTime, lastTime, lastTime.n)] : []),
    ],
  };
}

/** Managing across, leading up; the centre is the right amount of both. */
export function BalancePlane(props: BalancePlaneProps) {
  const { others, texts } = props;
  const note = "hidden" in others ? others.hidden : props.note;
  return (
    <ChartFigure
      title={props.title}
      description={props.description}
      {...(note === undefined ? {} : { note })}
      narrow={<PlaneDrawing {...props} width={340} />}
      square
      wide={<PlaneDrawing {...props} width={480} />}
      table={figures(props)}
      tableLabel={texts.figures}
    />
  );
}

import { ChartFigure, type FigureTable } from "./figure.tsx";
import type { BalancePlaneProps, PlanePoint } from "./plane-data.ts";
import { PlaneDrawing } from "./plane-drawing.tsx";

function figures({ others, self, lastTime, zone, axes, texts }: BalancePlaneProps): FigureTable {
  const row = (name: string, point: PlanePoint, n: number) => [
    name,
    texts.amount(point.managing),
    texts.amount(point.leading),
    String(n),
  ];
  const range = ({ low, high }: { low: number; high: number }) =>
    texts.range(texts.amount(low), texts.amount(high));
  return {
    columns: [texts.group, axes.managing.name, axes.leading.name, texts.raters],
    rows: [
      "hidden" in others
        ? [texts.others, others.hidden, others.hidden, "–"]
        : row(texts.others, others, others.n),
      ...(self ? [row(texts.self, self, 1)] : []),
      ...(lastTime ? [row(texts.lastTime, lastTime, lastTime.n)] : []),
      ...(zone ? [[zone.name, range(zone.managing), range(zone.leading), "–"]] : []),
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

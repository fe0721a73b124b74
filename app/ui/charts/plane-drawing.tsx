import { scaleLinear } from "d3-scale";
import { useId } from "react";
import type { Picture } from "./figure.tsx";
import { Diamond, Dot, Lines, Ring } from "./marks.tsx";
import { PlaneAxes, planeBox } from "./plane-axes.tsx";
import type { BalancePlane, PlaneEllipse, PlanePoint, PlaneZone } from "./plane-data.ts";
import { type Box, type PlaneLabel, placeLabels } from "./plane-layout.ts";
import type { ChartTexts } from "./texts.ts";

interface Scales {
  x: (managing: number) => number;
  y: (leading: number) => number;
  /** Length of one step of the scale; the same on both axes. */
  unit: number;
}

function scales(frame: Box): Scales {
  const range = (from: number, to: number) =>
    scaleLinear().domain([-2, 2]).range([from, to]).clamp(true);
  return {
    x: range(frame.x, frame.x + frame.width),
    y: range(frame.y + frame.height, frame.y),
    unit: frame.width / 4,
  };
}

function Ellipse({ ellipse, x, y, unit }: Scales & { ellipse: PlaneEllipse }) {
  const [cx, cy] = [x(ellipse.cx), y(ellipse.cy)];
  return (
    <ellipse
      cx={cx}
      cy={cy}
      rx={ellipse.rx * unit}
      ry={ellipse.ry * unit}
      transform={`rotate(${-ellipse.angle} ${cx} ${cy})`}
      fill="var(--ink)"
      fillOpacity="0.09"
      stroke="var(--ink-muted)"
      strokeWidth="1.25"
    />
  );
}

/** A broken edge and no fill: it lies under everything and must not look like a result. */
function Zone({ zone, x, y }: Scales & { zone: PlaneZone }) {
  const [left, top] = [x(zone.managing.low), y(zone.leading.high)];
  return (
    <rect
      x={left}
      y={top}
      width={x(zone.managing.high) - left}
      height={y(zone.leading.low) - top}
      rx={3}
      fill="none"
      stroke="var(--success-text)"
      strokeWidth="1.5"
      strokeDasharray="6 4"
    />
  );
}

function labels(plane: BalancePlane, texts: ChartTexts, { x, y }: Scales): PlaneLabel[] {
  const { others, self, lastTime, zone } = plane;
  const at = (point: PlanePoint) => ({ x: x(point.managing), y: y(point.leading) });
  return [
    ...("hidden" in others
      ? []
      : [{ ...at(others), text: `${texts.others} (${texts.countRaters(others.n)})`, weight: 650 }]),
    ...(self ? [{ ...at(self), text: texts.self, weight: 500 }] : []),
    ...(lastTime ? [{ ...at(lastTime), text: texts.lastTime, weight: 400 }] : []),
    ...(zone
      ? [
          {
            // Starts from over the corner: beside it the words would lie on the edge.
            x: x(zone.managing.low) - 10,
            y: y(zone.leading.high) - 11,
            text: zone.name,
            weight: 400,
          },
        ]
      : []),
  ];
}

/** The plane at one size. The scale is always whole, from far too little to far too much. */
export function planePicture(plane: BalancePlane, texts: ChartTexts, width: number): Picture {
  const { height } = planeBox(width, plane.axes);
  return { width, height, marks: <PlaneMarks plane={plane} texts={texts} width={width} /> };
}

type PlaneProps = { plane: BalancePlane; texts: ChartTexts; width: number };

function PlaneMarks({ plane, texts, width }: PlaneProps) {
  const { others, self, lastTime, zone, axes } = plane;
  const clip = useId();
  const { frame } = planeBox(width, axes);
  const at = scales(frame);
  const { x, y } = at;
  const shown = "hidden" in others ? undefined : others;
  const placed = placeLabels(labels(plane, texts, at), frame, { x: x(0), y: y(0) });
  return (
    <>
      <clipPath id={clip}>
        <rect {...frame} />
      </clipPath>
      <PlaneAxes width={width} axes={axes} texts={texts} x={x} y={y} />
      {zone && <Zone {...at} zone={zone} />}
      <g clipPath={`url(#${clip})`}>
        {shown?.ellipse && <Ellipse {...at} ellipse={shown.ellipse} />}
      </g>
      {lastTime && shown && (
        <line
          x1={x(lastTime.managing)}
          y1={y(lastTime.leading)}
          x2={x(shown.managing)}
          y2={y(shown.leading)}
          stroke="var(--ink-faint)"
          strokeWidth="1.25"
          strokeDasharray="2 3"
        />
      )}
      {lastTime && <Ring x={x(lastTime.managing)} y={y(lastTime.leading)} />}
      {shown && <Dot x={x(shown.managing)} y={y(shown.leading)} r={6} fill="var(--ink)" />}
      {self && <Diamond x={x(self.managing)} y={y(self.leading)} r={9} />}
      {placed.map((label) => (
        <g key={label.text}>
          {label.gap >= 30 && (
            <line
              x1={label.x}
              y1={label.y}
              x2={label.textX}
              y2={label.textY - 4.5}
              stroke="var(--ink-faint)"
            />
          )}
          <Lines
            lines={[label.text]}
            x={label.textX}
            y={label.textY}
            anchor={label.anchor}
            weight={label.weight}
            halo
          />
        </g>
      ))}
    </>
  );
}

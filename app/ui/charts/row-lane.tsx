import type { Sureness } from "~/platform/blocks/block.ts";
import { SureSign } from "../sure-sign.tsx";
import { Diamond, HatMark, Interval, Lines } from "./marks.tsx";
import { TickLines } from "./row-axis.tsx";
import { type Lane, line, type RowGeometry, valueColumns } from "./row-layout.ts";
import { type RowScale, trackScale } from "./row-scale.ts";
import type { ChartTexts } from "./texts.ts";
import { toneFill } from "./tone.ts";

export interface RowLaneProps {
  lane: Lane;
  scale: RowScale;
  g: RowGeometry;
  texts: ChartTexts;
}

const faint = { size: 12, fill: "var(--ink-muted)", anchor: "end" } as const;

function WideValues({ lane, scale, texts }: RowLaneProps) {
  const { shown, self } = lane;
  const own = self === undefined ? undefined : `${texts.self} ${scale.value(self)}`;
  const lines = (shown ? 1 : 0) + (own ? 1 : 0);
  const y = lane.trackY - (lines * line) / 2 + 12;
  return (
    <g>
      {shown && (
        <>
          <Lines
            lines={[scale.value(shown.value)]}
            x={valueColumns.mean}
            y={y}
            anchor="end"
            weight={650}
          />
          {shown.low !== undefined && shown.high !== undefined && (
            <Lines
              {...faint}
              lines={[texts.range(scale.value(shown.low), scale.value(shown.high))]}
              x={valueColumns.likely}
              y={y}
            />
          )}
          <Lines {...faint} lines={[String(shown.n)]} x={valueColumns.raters} y={y} />
        </>
      )}
      {own && (
        <Lines
          {...faint}
          lines={[shown || lane.strong ? own : scale.value(self ?? 0)]}
          x={valueColumns.mean}
          y={shown ? y + line : y}
        />
      )}
    </g>
  );
}

function NarrowValues({ lane, scale, g, texts }: RowLaneProps) {
  const { shown, self } = lane;
  return (
    <g>
      {shown && (
        <text x={g.width} y={lane.textY} fontSize="12" textAnchor="end" fill="var(--ink-muted)">
          <tspan fontSize="13" fontWeight="650" fill="var(--ink)">
            {scale.value(shown.value)}
          </tspan>
          <tspan dx="5">{texts.countRaters(shown.n)}</tspan>
        </text>
      )}
      {self !== undefined && (
        <Lines
          {...faint}
          lines={[lane.strong ? `${texts.self} ${scale.value(self)}` : scale.value(self)]}
          x={g.width}
          y={lane.textY + (shown ? line : 0)}
        />
      )}
    </g>
  );
}

/** What others see, under what they were asked about. */
function Seen({ seen, y }: { seen: Sureness; y: number }) {
  return (
    <>
      <SureSign step={seen.step} x={6} y={y - 4} />
      <Lines lines={[seen.words]} x={17} y={y} size={12} fill="var(--ink-muted)" />
    </>
  );
}

function Hidden({ lane, g }: Pick<RowLaneProps, "lane" | "g">) {
  const lines = lane.hiddenLines ?? [];
  const height = lines.length * line + 4;
  const top = lane.trackY - height / 2;
  return (
    <g>
      <rect
        x={g.trackStart - 1}
        y={top}
        width={g.trackEnd - g.trackStart + 2}
        height={height}
        rx="3"
        fill="var(--sunken)"
      />
      <Lines lines={lines} x={g.trackStart + 8} y={top + 14} size={12} fill="var(--ink-muted)" />
    </g>
  );
}

/** A track with its marks, its words and its numbers; or, in their place, why they are not shown. */
export function RowLane(props: RowLaneProps) {
  const { lane, scale, g } = props;
  const x = trackScale(scale, g);
  const { shown, self, trackY: y } = lane;
  const fill = toneFill[lane.tone];
  const from = g.stacked ? y - 10 : lane.top;
  return (
    <g>
      <TickLines scale={scale} g={g} from={from} to={g.stacked ? y + 10 : lane.top + lane.height} />
      <Lines
        lines={lane.labelLines}
        x={g.stacked || lane.strong ? 0 : 12}
        y={lane.textY}
        weight={lane.strong ? 550 : 400}
        fill={lane.strong ? "var(--ink)" : "var(--ink-muted)"}
      />
      {lane.seen && <Seen seen={lane.seen} y={lane.textY + lane.labelLines.length * line} />}
      {lane.hiddenLines && <Hidden lane={lane} g={g} />}
      {shown?.low !== undefined && shown.high !== undefined && (
        <Interval from={x(shown.low)} to={x(shown.high)} y={y} fill={fill} />
      )}
      {shown && <HatMark x={x(shown.value)} y={y} tone={lane.tone} />}
      {self !== undefined && <Diamond x={x(self)} y={y} />}
      {g.stacked ? <NarrowValues {...props} /> : <WideValues {...props} />}
    </g>
  );
}

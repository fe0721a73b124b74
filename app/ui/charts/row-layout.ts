import type { Sureness } from "~/platform/blocks/block.ts";
import { type GroupRow, isHidden, type ShownGroup } from "./data.ts";
import { wrapText } from "./text.ts";
import type { Tone } from "./tone.ts";

/** Where the columns of a chart of rows stand, in units of its drawing. */
export interface RowGeometry {
  width: number;
  labelWidth: number;
  trackStart: number;
  trackEnd: number;
  /** On phones the words stand over the track, not beside it. */
  stacked: boolean;
}

export const wideRows: RowGeometry = {
  width: 720,
  labelWidth: 200,
  trackStart: 216,
  trackEnd: 512,
  stacked: false,
};

export const narrowRows: RowGeometry = {
  width: 340,
  labelWidth: 220,
  trackStart: 9,
  trackEnd: 331,
  stacked: true,
};

/** Where the columns of numbers end, beside the track of a wide drawing. */
export const valueColumns = { mean: 566, likely: 654, raters: 718 };

export const line = 16;

/** One track with its words. */
export interface Lane {
  key: string;
  labelLines: readonly string[];
  /** A subject on its own, not one of its groups. */
  strong: boolean;
  tone: Tone;
  shown?: ShownGroup;
  self?: number;
  seen?: Sureness;
  hiddenLines?: readonly string[];
  top: number;
  height: number;
  trackY: number;
  /** Baseline of the first line of words. */
  textY: number;
}

export interface PlacedRow {
  key: string;
  top: number;
  height: number;
  headingLines: readonly string[];
  lanes: readonly Lane[];
}

type LaneContent = Pick<Lane, "key" | "strong" | "tone" | "shown" | "self" | "seen"> & {
  label: string;
  hidden?: string;
};

/** One lane per group, the self-rating first. With a single group that may be shown, both share a lane. */
function contents(row: GroupRow, selfLabel: string): LaneContent[] {
  const tone = row.tone ?? "neutral";
  const strong = row.groups.length <= 1;
  const self = row.self === undefined ? {} : { self: row.self };
  const lanes = row.groups.map((group): LaneContent => {
    const named = { key: group.label, label: strong ? row.label : group.label, strong, tone };
    return isHidden(group) ? { ...named, hidden: group.hidden } : { ...named, shown: group };
  });
  const [only] = lanes;
  if (strong && only?.hidden !== undefined && row.self !== undefined) {
    return [
      { key: "self", label: row.label, strong, tone, ...self },
      { ...only, label: only.key, strong: false },
    ];
  }
  const seen = row.seen && { seen: row.seen };
  if (strong) return [{ key: "self", label: row.label, strong, tone, ...only, ...self, ...seen }];
  if (row.self === undefined) return lanes;
  return [{ key: "self", label: selfLabel, strong, tone, ...self }, ...lanes];
}

function place(content: LaneContent, top: number, g: RowGeometry): Lane {
  const { label, hidden, ...rest } = content;
  const labelLines = wrapText(label, g.labelWidth - (rest.strong ? 0 : 12), 13);
  const trackWidth = g.trackEnd - g.trackStart - 16;
  const hiddenLines = hidden === undefined ? undefined : wrapText(hidden, trackWidth, 12);
  const valueLines = (rest.shown ? 1 : 0) + (rest.self === undefined ? 0 : 1);
  const reasonHeight = (hiddenLines?.length ?? 0) * line;
  const padding = rest.strong ? 9 : 4;
  const base = {
    ...rest,
    ...(hiddenLines ? { hiddenLines } : {}),
    labelLines,
    top,
  };
  const labels = labelLines.length + (rest.seen ? 1 : 0);
  if (g.stacked) {
    const words = Math.max(labels, valueLines) * line;
    const trackHeight = Math.max(20, hiddenLines ? reasonHeight + 8 : 0);
    return {
      ...base,
      height: padding + words + trackHeight + padding,
      textY: top + padding + 12,
      trackY: top + padding + words + trackHeight / 2 + 1,
    };
  }
  const words = Math.max(labels * line, valueLines * line, reasonHeight + 4, 20);
  const height = words + padding * 2;
  const block = labels * line;
  return { ...base, height, textY: top + (height - block) / 2 + 12, trackY: top + height / 2 };
}

/** Stacks the rows from `top` down, each as high as its words need, so that nothing can overlap. */
export function placeRows(
  rows: readonly GroupRow[],
  top: number,
  g: RowGeometry,
  selfLabel: string,
): PlacedRow[] {
  let y = top;
  return rows.map((row) => {
    const start = y;
    const grouped = row.groups.length > 1;
    const headingLines = grouped ? wrapText(row.label, g.width, 13) : [];
    if (grouped) y += 10 + headingLines.length * line;
    const lanes = contents(row, selfLabel).map((content) => {
      const lane = place(content, y, g);
      y += lane.height;
      return lane;
    });
    if (grouped) y += 6;
    return { key: row.key, top: start, height: y - start, headingLines, lanes };
  });
}

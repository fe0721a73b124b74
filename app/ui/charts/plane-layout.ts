import { textWidth } from "./text.ts";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlaneLabel {
  text: string;
  /** The mark it names. */
  x: number;
  y: number;
  weight: number;
}

export interface PlacedLabel extends PlaneLabel {
  anchor: "start" | "middle" | "end";
  textX: number;
  textY: number;
  box: Box;
  /** How far the words stand from their mark. */
  gap: number;
}

const size = 13;
const height = 16;

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** The slightest touch weighs more than any distance from the mark. */
function clash(a: Box, b: Box): number {
  const area = overlap(a, b);
  return area > 0 ? 300 + area * 10 : 0;
}

function outside(box: Box, frame: Box): number {
  return box.width * box.height - overlap(box, frame);
}

/** Places round a mark, nearest first, so that the first free one is the best one. */
function candidates(label: PlaneLabel): PlacedLabel[] {
  const width = textWidth(label.text, size);
  return [13, 20, 30, 44, 62, 84, 110, 140].flatMap((gap) =>
    [
      { anchor: "start", dx: gap, dy: 0 },
      { anchor: "end", dx: -gap, dy: 0 },
      { anchor: "middle", dx: 0, dy: -gap - 4 },
      { anchor: "middle", dx: 0, dy: gap + 4 },
      { anchor: "start", dx: -8, dy: -gap - 4 },
      { anchor: "start", dx: -8, dy: gap + 4 },
      { anchor: "end", dx: 8, dy: -gap - 4 },
      { anchor: "end", dx: 8, dy: gap + 4 },
      { anchor: "start", dx: gap * 0.7, dy: -gap * 0.8 },
      { anchor: "start", dx: gap * 0.7, dy: gap * 0.8 },
      { anchor: "end", dx: -gap * 0.7, dy: -gap * 0.8 },
      { anchor: "end", dx: -gap * 0.7, dy: gap * 0.8 },
    ].map(({ anchor, dx, dy }): PlacedLabel => {
      const textX = label.x + dx;
      const left =
        anchor === "start" ? textX : anchor === "end" ? textX - width : textX - width / 2;
      const box = { x: left, y: label.y + dy - height / 2, width, height };
      return {
        ...label,
        anchor: anchor as PlacedLabel["anchor"],
        textX,
        textY: label.y + dy + 4.5,
        box,
        gap,
      };
    }),
  );
}

/**
 * Puts each label beside its mark where it covers no mark, no earlier label and not the frame.
 * Deterministic: the same figures give the same picture on server and browser.
 */
export function placeLabels(
  labels: readonly PlaneLabel[],
  frame: Box,
  centre: { x: number; y: number },
): PlacedLabel[] {
  const axes = [
    { ...frame, x: centre.x - 2, width: 4 },
    { ...frame, y: centre.y - 2, height: 4 },
  ];
  const marks = labels.map(({ x, y }) => ({ x: x - 8, y: y - 8, width: 16, height: 16 }));
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    let best: PlacedLabel | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of candidates(label)) {
      const others = [...marks, ...placed.map((done) => done.box)];
      const cost =
        candidate.gap +
        others.reduce((sum, box) => sum + clash(candidate.box, box), 0) +
        axes.reduce((sum, box) => sum + overlap(candidate.box, box), 0) +
        outside(candidate.box, frame) * 100;
      if (cost < least) {
        best = candidate;
        least = cost;
      }
    }
    if (best) placed.push(best);
  }
  return placed;
}

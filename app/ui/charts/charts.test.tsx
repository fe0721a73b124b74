import { expect, test } from "vitest";
import {
  amountRows,
  changeRows,
  groupedRows,
  heatColumns,
  heatRows,
  levelRows,
  planeAxes,
} from "../gallery/chart-data.ts";
import { markup } from "../testing/render.tsx";
import type { Chart } from "./chart.ts";
import { ChartBlock } from "./chart-block.tsx";
import { HeatMap, heatStep } from "./heat-map.tsx";
import type { BalancePlane } from "./plane-data.ts";

const words = { title: "The finding", description: "What the picture shows" };
const tooFew = "Not shown: fewer than three people answered.";

function Amounts({ rows }: { rows: typeof amountRows }) {
  return <ChartBlock chart={{ kind: "amounts", ...words, rows }} />;
}

function Levels() {
  return <ChartBlock chart={{ kind: "levels", ...words, rows: levelRows }} />;
}

function Plane(shown: Pick<BalancePlane, "others" | "self" | "lastTime">) {
  return <ChartBlock chart={{ kind: "plane", ...words, ...shown, axes: planeAxes }} />;
}

function Changes() {
  const chart: Chart = { kind: "change", ...words, rows: changeRows, scale: "amount" };
  return <ChartBlock chart={chart} />;
}

/** The cells of the table that repeats the figures, row by row. */
function tableRows(html: string): string[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? "";
  return body
    .split("</tr>")
    .filter(Boolean)
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map((cell) =>
        (cell[1] ?? "").replaceAll(/<[^>]+>/g, ""),
      ),
    );
}

test("the finding stands over the picture, and the picture is described", () => {
  const html = markup(<Amounts rows={amountRows} />);
  expect(html).toMatch(/<figcaption[^>]*>The finding<\/figcaption>/);
  expect(html.match(/role="img" aria-label="What the picture shows"/g)).toHaveLength(2);
});

test("the table repeats mean, interval and number of raters of every group", () => {
  const rows = tableRows(markup(<Amounts rows={groupedRows} />));
  expect(rows).toContainEqual(["Monitoring and control", "Peers", "+1.1", "+0.7 to +1.5", "5"]);
  expect(rows).toContainEqual([
    "Empowering and trusting",
    "Direct reports",
    "−1.4",
    "−1.8 to −1.0",
    "7",
  ]);
  expect(rows).toContainEqual(["Monitoring and control", "Self", "+0.2", "–", "1"]);
  expect(rows).toContainEqual(["Empowering and trusting", "Others", tooFew, "–", "–"]);
});

test("a hidden group says why in the picture too, and shows no mark", () => {
  const html = markup(
    <Amounts rows={[{ key: "a", label: "A", groups: [{ label: "Others", hidden: tooFew }] }]} />,
  );
  const [picture] = html.split("<details");
  expect(picture).toContain(tooFew);
  expect(picture).not.toContain("<circle");
});

test("raters stand beside the number in the drawing for phones", () => {
  expect(markup(<Levels />)).toContain("6 raters");
});

test("both ends of the scale are always named, however narrow the figures lie", () => {
  const html = markup(
    <Amounts rows={[{ key: "a", label: "A", groups: [{ label: "Others", value: 0.1, n: 4 }] }]} />,
  );
  for (const end of ["−2", "+2", "Too little", "The right amount", "Too much"]) {
    expect(html).toContain(`>${end}<`);
  }
});

test("the plane without others' mean says why and keeps the self-rating", () => {
  const html = markup(<Plane others={{ hidden: tooFew }} self={{ managing: 1, leading: -1 }} />);
  expect(html).toContain(`>${tooFew}</p>`);
  expect(html).not.toContain("<circle");
  expect(tableRows(html)).toEqual([
    ["Others", tooFew, tooFew, "–"],
    ["Self", "+1.0", "−1.0", "1"],
  ]);
});

test("the region on the plane turns anticlockwise with its angle", () => {
  const ellipse = { cx: 0, cy: 0, rx: 1, ry: 0.5, angle: 30 };
  const html = markup(<Plane others={{ managing: 0, leading: 0, n: 9, ellipse }} />);
  expect(html).toMatch(/<ellipse[^>]* transform="rotate\(-30 /);
});

test("a difference within the band is grey, one beyond it has the colour of its hat, neither an arrow", () => {
  const html = markup(<Changes />);
  const tracks = [...html.matchAll(/data-change="(\w+)">(.*?)<\/g>/g)].map(([, kind, inside]) => [
    kind,
    /<line[^>]*stroke="([^"]+)"/.exec(inside ?? "")?.[1],
  ]);
  expect(tracks.slice(0, 4)).toEqual([
    ["real", "var(--managing-fill)"],
    ["noise", "var(--ink-faint)"],
    ["real", "var(--leading-fill)"],
    ["noise", "var(--ink-faint)"],
  ]);
  expect(html).not.toMatch(/<marker|→|➔/);
});

test("a heat map says why a cell is empty and writes the number into every other", () => {
  const html = markup(
    <HeatMap
      {...words}
      subject="Competency"
      columns={heatColumns}
      rows={heatRows}
      scale={[-2, 2]}
      ends={["Low", "High"]}
      value={(value) => value.toFixed(1)}
    />,
  );
  const cells = heatRows.flatMap((row) => row.cells);
  const hidden = cells.filter((cell) => "hidden" in cell).length;
  expect(hidden).toBeGreaterThan(0);
  expect(html.match(/hatched/g)).toHaveLength(hidden);
  expect(html.match(/Fewer than 3/g)).toHaveLength(hidden);
  expect(html.match(/<td/g)).toHaveLength(cells.length);
});

test("hues run over the whole scale in five equal steps", () => {
  expect([-2, -1.3, -1.1, 0, 0.5, 1.3, 2].map((value) => heatStep(value, [-2, 2]))).toEqual([
    0, 0, 1, 2, 3, 4, 4,
  ]);
});

import type { Chart } from "../charts/chart.ts";
import { ChartBlock } from "../charts/chart-block.tsx";
import { HeatMap } from "../charts/heat-map.tsx";
import { useChartTexts } from "../charts/use-chart-texts.ts";
import { Panel } from "../panel.tsx";
import {
  amountRows,
  awkwardRows,
  changeRows,
  groupedRows,
  heatColumns,
  heatRows,
  levelRows,
  planeAxes,
  seenRows,
} from "./chart-data.ts";
import { longWord } from "./samples.ts";
import { Section, Specimen } from "./section.tsx";

function Drawn(chart: Chart) {
  return <ChartBlock chart={chart} />;
}

function Planes() {
  return (
    <>
      <Specimen name="Balance plane: normal, with last time">
        <Panel>
          <Drawn
            kind="plane"
            axes={planeAxes}
            title="Others see more managing, and less leading, than the right amount"
            description="Others' mean lies right of the centre and below it; the self-rating lies above."
            note="The region holds the place where the mean of many such raters would likely lie."
            self={{ managing: 0.3, leading: 0.4 }}
            lastTime={{ managing: 1, leading: -0.9, n: 8 }}
            others={{
              managing: 0.6,
              leading: -0.6,
              n: 9,
              ellipse: { cx: 0.6, cy: -0.6, rx: 0.5, ry: 0.28, angle: -30 },
            }}
          />
        </Panel>
      </Specimen>
      <Specimen name="Balance plane: everything in one corner">
        <Drawn
          kind="plane"
          axes={planeAxes}
          title="Far too much of both"
          description="All marks lie at the upper right end."
          self={{ managing: 1.95, leading: 1.9 }}
          lastTime={{ managing: 1.9, leading: 2, n: 8 }}
          others={{
            managing: 2,
            leading: 2,
            n: 9,
            ellipse: { cx: 2, cy: 2, rx: 0.6, ry: 0.5, angle: 20 },
          }}
        />
      </Specimen>
      <Specimen name="Balance plane: others hidden, long words">
        <Drawn
          kind="plane"
          axes={{
            managing: {
              name: longWord,
              tooLittle: `Zu wenig ${longWord}`,
              tooMuch: `Zu viel ${longWord}`,
            },
            leading: planeAxes.leading,
          }}
          title="Your own view, until three others have answered"
          description="Only the self-rating is shown, in the centre."
          self={{ managing: 0, leading: 0 }}
          others={{ hidden: "Not shown: fewer than three people answered." }}
        />
      </Specimen>
    </>
  );
}

function Rows() {
  const texts = useChartTexts();
  return (
    <>
      <Specimen name="Amount axis: all others and self">
        <Drawn
          kind="amounts"
          title="Too much monitoring, too little trust in others' decisions"
          description="Twelve competencies; monitoring lies furthest to the right, empowering furthest to the left."
          rows={amountRows}
        />
      </Specimen>
      <Specimen name="Amount table: the chart is the table; sure, likely, open, hidden">
        <ChartBlock
          chart={{
            kind: "amounts",
            title: "Too much monitoring, too little trust in others’ decisions",
            description: "What others see of each competency, how sure that is, and the figures.",
            rows: seenRows,
            names: { self: "You" },
          }}
          reading={{ label: "How to read this", href: "#charts" }}
        />
      </Specimen>
      <Specimen name="Amount axis: group by group">
        <Drawn
          kind="amounts"
          title="Direct reports feel the control most"
          description="Two competencies by group of raters."
          rows={groupedRows}
          names={{ self: "You" }}
        />
      </Specimen>
      <Specimen name="Amount axis: long words, right to left, ends of the scale, hidden">
        <Drawn
          kind="amounts"
          title="Awkward words stay whole"
          description="Four odd rows."
          rows={awkwardRows}
        />
      </Specimen>
      <Specimen name="Dot and interval">
        <Drawn
          kind="levels"
          title="Steady in a crisis, slower to notice a change"
          description="Three behaviours on a scale from 1 to 5."
          rows={levelRows}
          ends={["Not at all like this", "Exactly like this"]}
        />
      </Specimen>
      <Specimen name="Change">
        <Drawn
          kind="change"
          title="Less control and more coaching than a year ago"
          description="Two of four differences lie outside the band of chance."
          rows={changeRows}
          scale="amount"
        />
      </Specimen>
      <Specimen name="Heat map">
        <HeatMap
          title="Coaching is thin in Terminals"
          description="Mean amounts by competency and department."
          subject="Competency"
          columns={heatColumns}
          rows={heatRows}
          scale={[-2, 2]}
          ends={[texts.tooLittle, texts.tooMuch]}
          value={texts.amount}
          count={texts.countRaters}
        />
      </Specimen>
    </>
  );
}

export function ChartGallery() {
  return (
    <Section id="charts" title="Charts">
      <Planes />
      <Rows />
    </Section>
  );
}

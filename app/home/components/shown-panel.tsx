import type { HomePanel } from "~/platform/feature/for-home.ts";
import { OneClick } from "~/ui/one-click.tsx";
import { Panel } from "~/ui/panel.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** What a feature tells, or asks, on the home page. */
export function ShownPanel({ panel }: { panel: HomePanel }) {
  if (panel.kind === "question") return <OneClick {...panel} />;
  if (panel.kind === "work") return <WorkPanel panel={panel} />;
  return (
    <Panel title={panel.title} lead={panel.lead}>
      <ul className="grid gap-1.5">
        {panel.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {panel.note && <p className="max-w-reading text-sm text-ink-muted">{panel.note}</p>}
    </Panel>
  );
}

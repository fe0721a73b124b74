import type { HomePanel } from "~/platform/feature/for-home.ts";
import { OneClick } from "~/ui/one-click.tsx";
import { Panel } from "~/ui/panel.tsx";

/** What a feature tells, or asks, on the home page. */
export function ShownPanel({ panel }: { panel: HomePanel }) {
  if (panel.kind === "question") return <OneClick {...panel} />;
  return (
    <div className="max-w-224">
      <Panel title={panel.title} lead={panel.lead}>
        <ul className="grid gap-1.5">
          {panel.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {panel.note && <p className="max-w-reading text-sm text-ink-muted">{panel.note}</p>}
      </Panel>
    </div>
  );
}

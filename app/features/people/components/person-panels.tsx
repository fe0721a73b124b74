import type { PersonPanel } from "~/platform/feature/person-panel.ts";
import { Link } from "~/ui/link.tsx";
import { Panel } from "~/ui/panel.tsx";

/** What every feature has to say of a person, each in a sheet of its own. */
export function PersonPanels({ panels }: { panels: readonly PersonPanel[] }) {
  if (panels.length === 0) return null;
  return (
    <div className="-mb-6 gap-6 md:columns-2">
      {panels.map(({ id, title, rows, none }) => (
        <div key={id} className="mb-6 break-inside-avoid">
          <Panel title={title}>
            {rows.length === 0 ? (
              <p className="text-ink-muted">{none}</p>
            ) : (
              <ul className="divide-y divide-line">
                {rows.map(({ line, detail, href }) => (
                  <li key={`${line} ${detail} ${href}`} className="grid gap-0.5 py-2.5">
                    <span className="wrap-anywhere">
                      {href ? (
                        <Link alone href={href}>
                          {line}
                        </Link>
                      ) : (
                        line
                      )}
                    </span>
                    {detail && <span className="text-sm text-ink-muted">{detail}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      ))}
    </div>
  );
}

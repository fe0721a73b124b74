import { Link } from "~/ui/link.tsx";
import type { ShownCompetency } from "../domain/own/shown-competencies.ts";

type Props = { shown: readonly ShownCompetency[]; href: (id: string) => string };

/** Competencies that a search found, each with where it stands. */
export function FoundCompetencies({ shown, href }: Props) {
  return (
    <ul className="max-w-reading divide-y divide-line">
      {shown.map(({ id, name, way }) => (
        <li key={id} className="py-2">
          <Link dir="auto" href={href(id)}>
            {name}
          </Link>
          {way.length > 0 && (
            <p dir="auto" className="text-sm text-ink-muted">
              {way.join(" › ")}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button.tsx";
import { Form } from "~/ui/form.tsx";
import { SortDownIcon, SortUpIcon } from "~/ui/icons.tsx";
import { Link } from "~/ui/link.tsx";
import type { ShownCompetency } from "../domain/own/shown-competencies.ts";

type Props = { id: string; revision: number; shown: readonly ShownCompetency[] };

/** Competencies of a draft, each with a link to its form and buttons that move it within its group. */
export function DraftCompetencies({ id, revision, shown }: Props) {
  const { t } = useTranslation("frameworks");
  return (
    <ul className="divide-y divide-line">
      {shown.map(({ id: competency, name, way, anchors }) => (
        <li key={competency} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <div className="min-w-0 flex-1">
            <Link
              tone="quiet"
              dir="auto"
              href={`/frameworks/${id}/draft/competency?id=${encodeURIComponent(competency)}`}
            >
              {name}
            </Link>
            <p className="text-sm text-ink-muted" dir="auto">
              {[
                ...(way.length > 0 ? [way.join(" › ")] : []),
                t("own.described", { count: anchors.length }),
              ].join(" · ")}
            </p>
          </div>
          <Form method="post" className="flex gap-2">
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="competency" value={competency} />
            <Button
              size="small"
              name="intent"
              value="up"
              aria-label={t("own.up", { name })}
              icon={<SortUpIcon className="size-4" />}
            />
            <Button
              size="small"
              name="intent"
              value="down"
              aria-label={t("own.down", { name })}
              icon={<SortDownIcon className="size-4" />}
            />
          </Form>
        </li>
      ))}
    </ul>
  );
}

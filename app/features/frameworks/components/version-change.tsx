import { useTranslation } from "react-i18next";
import { Link } from "~/ui/link.tsx";
import { VisuallyHidden } from "~/ui/visually-hidden.tsx";
import type { NamedChange } from "../domain/own/version-changes.ts";
import { competencyHref } from "../own/hrefs.ts";

type Props = { framework: string; version: number; change: NamedChange };

/** What became of competencies, with the levels that read otherwise. */
export function VersionChange({ framework, version, change: { from, to, kind, levels } }: Props) {
  const { t } = useTranslation("frameworks");
  const alone = kind === "reworded" && from[0]?.name === to[0]?.name;
  return (
    <div className="grid gap-2" data-print="together">
      <p dir="auto">
        {!alone && <Names framework={framework} version={version - 1} competencies={from} />}
        {!alone && from.length > 0 && to.length > 0 && (
          <>
            {" "}
            <span aria-hidden="true">→</span>
            <VisuallyHidden>{t("own.changes.became")}</VisuallyHidden>{" "}
          </>
        )}
        <Names framework={framework} version={version} competencies={to} />
      </p>
      {levels.length > 0 && (
        <dl className="grid gap-3 border-s-2 border-line ps-4">
          {levels.map(({ level, was, is }) => (
            <div key={level} className="grid gap-1">
              <dt className="font-medium">{t("own.changes.level", { level })}</dt>
              {was !== "" && (
                <dd dir="auto" className="whitespace-pre-line text-ink-muted">
                  {t("own.changes.was", { text: was })}
                </dd>
              )}
              <dd dir="auto" className="whitespace-pre-line">
                {is === "" ? t("own.changes.isNothing") : t("own.changes.is", { text: is })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Names({
  framework,
  version,
  competencies,
}: {
  framework: string;
  version: number;
  competencies: NamedChange["from"];
}) {
  return competencies.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ", "}
      <Link href={competencyHref(framework, id, version)}>{name}</Link>
    </span>
  ));
}

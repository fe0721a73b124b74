import { useTranslation } from "react-i18next";
import { listedNames, whole } from "~/platform/i18n/format.ts";
import { evidenceSources } from "../../domain/evidence.ts";
import type { MatrixPage } from "../../matrix/matrix-page.server.ts";
import { bandOf, dotOf } from "../mark-look.ts";

/** What the table says, in sentences, before it. */
export function MatrixFindings({ page: { findings, cover } }: { page: MatrixPage }) {
  const { t } = useTranslation("skills");
  const { alone, aloneMore, old, nothingKnown } = findings;
  if (alone.length === 0 && old.people === 0 && nothingKnown === 0) return null;
  return (
    <ul className="grid max-w-reading gap-2 pb-6">
      {alone.map(({ competency, person, nearest }) => (
        <li key={competency}>
          {t("findings.alone", { competency, person, level: cover.level })}{" "}
          {nearest.length > 0 && t("findings.nearest", { names: listedNames(nearest) })}
        </li>
      ))}
      {aloneMore > 0 && <li>{t("findings.aloneMore", { count: aloneMore })}</li>}
      {old.people > 0 && (
        <li>
          {t("findings.old", { count: old.people, people: whole(old.people), of: whole(old.of) })}
        </li>
      )}
      {nothingKnown > 0 && (
        <li>{t("findings.nothing", { count: nothingKnown, people: whole(nothingKnown) })}</li>
      )}
    </ul>
  );
}

const ink = "var(--ink-muted)";

/** What the marks mean. */
export function MatrixKey() {
  const { t } = useTranslation("skills");
  const ages = ["fresh", "year", "older"] as const;
  return (
    <div className="grid gap-1 pt-3 text-xs text-ink-muted">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {ages.map((age) => (
          <span key={age} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" width="40" height="20">
              <rect x="4" y="6" width="32" height="8" rx="4" {...bandOf(ink)[age]} />
              <circle cx="20" cy="10" r="3.25" {...dotOf(ink)[age]} />
            </svg>
            {t(`key.${age}`)}
          </span>
        ))}
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width="6" height="20">
            <line x1="3" x2="3" y1="2" y2="18" stroke="var(--ink)" strokeWidth="2" />
          </svg>
          {t("key.needed")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width="30" height="20">
            <line
              x1="2"
              x2="28"
              y1="10"
              y2="10"
              stroke="var(--line-strong)"
              strokeDasharray="1 5"
            />
          </svg>
          {t("key.notAssessed")}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="inline-block h-4 w-6 outline-2 -outline-offset-2 outline-ink-muted" />
          {t("key.short")}
        </span>
      </p>
      <SourceKey />
    </div>
  );
}

function SourceKey() {
  const { t } = useTranslation(["skills", "competencies"]);
  return (
    <p>
      {evidenceSources
        .map((source) => `${t(`skills:mark.${source}`)} ${t(`competencies:source.${source}`)}`)
        .join(" · ")}
    </p>
  );
}

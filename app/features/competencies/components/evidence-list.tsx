import { useTranslation } from "react-i18next";
import { writtenDate } from "~/platform/i18n/format.ts";
import { Link } from "~/ui/link.tsx";
import type { ShownEvidence } from "../levels/shown-evidence.server.ts";
import { evidenceName, saidLevel } from "./level-words.ts";

/** Pieces of evidence, the newest first, each in a line that leads to all of it. */
export function EvidenceList({
  personId,
  evidence,
  scale,
}: {
  personId: string;
  evidence: readonly ShownEvidence[];
  /** The levels by name, the lowest first; none where they are of another version. */
  scale: readonly string[];
}) {
  return (
    <ul className="grid gap-3">
      {evidence.map((each) => (
        <li key={each.id}>
          <EvidenceLine personId={personId} evidence={each} scale={scale} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceLine({
  personId,
  evidence,
  scale,
}: {
  personId: string;
  evidence: ShownEvidence;
  scale: readonly string[];
}) {
  const { t } = useTranslation("competencies");
  const { id, source, level, saidOn, by, title, words, comments } = evidence;
  const name = scale[level - 1];
  const said = name
    ? t("evidence.levelNamed", { level: saidLevel(level), name })
    : t("evidence.level", { level: saidLevel(level) });
  const what = evidenceName({ source, title }, t(`source.${source}`));
  return (
    <div className={evidence.counts ? "min-w-0" : "min-w-0 text-ink-muted"}>
      <p className="wrap-anywhere">
        <Link href={`/levels/${personId}/evidence/${id}`}>
          <bdi>{what}</bdi>: {said}
        </Link>
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">
        {[
          by ?? "",
          writtenDate(saidOn),
          standing(t, evidence),
          comments.length > 0 ? t("evidence.comments", { count: comments.length }) : "",
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {words !== "" && (
        <p className="line-clamp-2 max-w-reading text-sm wrap-anywhere" dir="auto">
          {words}
        </p>
      )}
    </div>
  );
}

type Say = ReturnType<typeof useTranslation<"competencies">>["t"];

/** Why a piece of evidence counts no more, or until when it does. */
export function standing(
  t: Say,
  { withdrawn, hasExpired, counts, expiresOn }: ShownEvidence,
): string {
  if (withdrawn) return t("evidence.withdrawn", { date: writtenDate(withdrawn.on) });
  if (hasExpired && expiresOn) return t("evidence.expired", { date: writtenDate(expiresOn) });
  if (!counts) return t("evidence.replaced");
  return expiresOn ? t("evidence.until", { date: writtenDate(expiresOn) }) : "";
}

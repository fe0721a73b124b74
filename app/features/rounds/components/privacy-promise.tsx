import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { hoursOfDay } from "~/platform/i18n/format.ts";
import { cx } from "~/ui/cx.ts";
import { TOLD_AT } from "../domain/progress-steps.ts";
import { readersOf } from "../domain/report-readers.ts";

export type Promised = {
  minimum: number;
  /** Null: no report is made of it. */
  releaseMode: string | null;
  hrKeepsReports: boolean;
};

type Props = Promised & {
  relationship: Relationship | null;
  name: string;
  /** Whose round it is: a pulse promises what it compares with, too; a suggestion, under whose name it stands. */
  kind?: string;
  /** In a preview: smaller, and marked where it differs from what is promised as long as nobody saves. */
  preview?: { saved: Promised };
};

/**
 * Who will see what, before the first answer. Precise rather than soothing: manager and self are told that they are
 * known.
 */
export function PrivacyPromise({
  relationship,
  name,
  kind = "feedback",
  preview,
  ...promised
}: Props) {
  const { t } = useTranslation("answering");
  const linesOf = useLines(relationship, name, kind);
  const id = useId();
  const saved = new Set(linesOf(preview?.saved ?? promised));
  const Heading = preview ? "h3" : "h2";
  return (
    <section
      aria-labelledby={id}
      className={cx(
        preview
          ? "text-sm leading-normal"
          : "rounded-large border border-line bg-surface p-5 sm:p-6",
      )}
    >
      <Heading id={id} className={cx("font-semibold", preview ? "mb-2 text-base" : "mb-3 text-lg")}>
        {t("promise.title")}
      </Heading>
      {relationship === "manager" && kind !== "suggestion" && (
        <p className="mb-3 font-semibold">{t("promise.notAnonymous")}</p>
      )}
      <ul className="grid list-disc gap-2 ps-5 marker:text-ink-faint">
        {linesOf(promised).map((line) => (
          <li key={line}>
            {saved.has(line) ? (
              line
            ) : (
              <mark className="rounded-small bg-accent-soft box-decoration-clone px-0.5 font-semibold text-inherit">
                {line}
              </mark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Kinds of rounds that promise something else than any round of feedback. */
const OF_THEIR_OWN: readonly string[] = ["pulse", "suggestion", "away"];

/** What somebody of this relationship is told, line by line, where so much was settled. */
function useLines(relationship: Relationship | null, name: string, kind: string) {
  const { t, i18n } = useTranslation(["answering", "readers"]);
  const self = relationship === "self";
  return ({ minimum, releaseMode, hrKeepsReports }: Promised): string[] => {
    const isSuggestion = kind === "suggestion";
    // Of suggestions nobody is told by their group, managers neither.
    const group = self || (relationship === "manager" && !isSuggestion) ? relationship : "group";
    const promises = relationship === null ? "nobody" : kind;
    const ofKind = relationship === null || OF_THEIR_OWN.includes(kind) ? `${promises}.` : "";
    const points: unknown = t(`promise.${ofKind}${group}`, {
      name,
      minimum,
      times: hoursOfDay(TOLD_AT, i18n.language),
      returnObjects: true,
    });
    // Of what is about nobody no report is made.
    const release =
      releaseMode && relationship !== null
        ? [
            t(`promise.release.${releaseMode}`, { name, context: self ? "self" : undefined }),
            t(`${self ? "asked" : "name"}.${readersOf({ releaseMode, hrKeepsReports })}`, {
              ...{ ns: "readers", name },
            }),
          ]
        : [];
    const outside = relationship === "outside" && !isSuggestion ? [t("promise.outside")] : [];
    const own = Array.isArray(points) ? points.map(String) : [];
    return [...outside, ...own, ...release];
  };
}

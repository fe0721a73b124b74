import { useTranslation } from "react-i18next";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { hoursOfDay } from "~/platform/i18n/format.ts";
import { TOLD_AT } from "../domain/progress-steps.ts";

type Props = {
  relationship: Relationship;
  name: string;
  minimum: number;
  /** Null: no report is made of it. */
  releaseMode: string | null;
  hrKeepsReports: boolean;
};

/**
 * Who will see what, before the first answer. Precise rather than soothing: manager and self are told that they are
 * known.
 */
export function PrivacyPromise(props: Props) {
  const { t, i18n } = useTranslation("answering");
  const { relationship, name, minimum, releaseMode, hrKeepsReports } = props;
  const kind = relationship === "self" ? "self" : relationship === "manager" ? "manager" : "group";
  const points = t(`promise.${kind}`, {
    name,
    minimum,
    times: hoursOfDay(TOLD_AT, i18n.language),
    returnObjects: true,
  });
  const release = releaseMode
    ? [
        t(`promise.${hrKeepsReports ? "releaseKept" : "release"}.${releaseMode}`, {
          name,
          context: kind === "self" ? "self" : undefined,
        }),
      ]
    : [];
  const outside = relationship === "outside" ? [t("promise.outside")] : [];
  const lines: unknown[] = [...outside, ...(Array.isArray(points) ? points : []), ...release];
  return (
    <section
      aria-labelledby="promise"
      className="rounded-large border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="promise" className="mb-3 text-lg font-semibold">
        {t("promise.title")}
      </h2>
      {kind === "manager" && <p className="mb-3 font-semibold">{t("promise.notAnonymous")}</p>}
      <ul className="grid list-disc gap-2 ps-5 marker:text-ink-faint">
        {lines.map((line) => (
          <li key={String(line)}>{String(line)}</li>
        ))}
      </ul>
    </section>
  );
}

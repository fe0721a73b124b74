import { useTranslation } from "react-i18next";
import type { Relationship } from "../../domain/relationship.ts";

type Props = { relationship: Relationship; name: string; minimum: number };

/** Who will see what, before the first answer. Precise rather than soothing: manager and self are told that they are known. */
export function PrivacyPromise({ relationship, name, minimum }: Props) {
  const { t } = useTranslation("feedback");
  const kind = relationship === "self" ? "self" : relationship === "manager" ? "manager" : "group";
  const points = t(`rater.promise.${kind}`, { name, minimum, returnObjects: true });
  const lines: unknown[] = Array.isArray(points) ? points : [];
  return (
    <section
      aria-labelledby="promise"
      className="rounded-large border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="promise" className="mb-3 text-lg font-semibold">
        {t("rater.promise.title")}
      </h2>
      <ul className="grid list-disc gap-2 ps-5 marker:text-ink-faint">
        {lines.map((line) => (
          <li key={String(line)}>{String(line)}</li>
        ))}
      </ul>
    </section>
  );
}

import { useTranslation } from "react-i18next";
import type { Counted, Hindrance } from "~/platform/feature/personal.ts";
import { Notice } from "~/ui/notice.tsx";

// What features say to a step is texts of their own, named with their namespaces.

/** Why something can't be done with somebody, reason by reason. */
export function Hindrances(props: {
  title: string;
  lead?: string;
  hindrances: readonly Hindrance[];
}) {
  const { title, lead, hindrances } = props;
  const { t } = useTranslation();
  return (
    <Notice tone="danger" title={title}>
      {lead && <p>{lead}</p>}
      <ul className="mt-2 grid list-disc gap-1 ps-5">
        {hindrances.map(({ word, values }) => (
          <li key={`${word} ${JSON.stringify(values)}`}>{t(word, { ...values })}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What a step does, or did, line by line. */
export function CountedLines({ counts }: { counts: readonly Counted[] }) {
  const { t } = useTranslation();
  return counts.map(({ word, count }) => <li key={word}>{t(word, { count })}</li>);
}

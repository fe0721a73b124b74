import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PartData } from "../answering/questionnaire-view.ts";
import { SectionFields } from "./section-fields.tsx";
import type { Shown } from "./shown.ts";

type Props = {
  data: Pick<
    PartData,
    | "part"
    | "parts"
    | "relationship"
    | "occasion"
    | "name"
    | "suggests"
    | "sections"
    | "worded"
    | "hints"
  >;
  shown: Shown;
  /** The ways on and back under a part. */
  buttons: (part: string) => ReactNode;
};

/**
 * All parts with their questions, for raters and for whoever looks at what they will be asked. A narrow screen shows
 * the part in front only, paper shows all.
 */
export function QuestionPages({ data, shown, buttons }: Props) {
  const { t } = useTranslation("answering");
  const { part, parts, relationship, name, suggests, sections } = data;
  return parts.map(({ key }, index) => {
    const section = sections.find((each) => each.key === key);
    return (
      <section
        key={key}
        id={key}
        data-part={key}
        data-current={key === part ? "" : undefined}
        className="scroll-mt-24 max-lg:not-print:[&:not([data-current])]:hidden lg:mb-14 print:mb-10"
      >
        {index === 0 && !suggests && (
          <p className="mb-6 max-w-reading border-s-4 border-line-strong ps-4 text-ink-muted">
            {t(`lead.${data.occasion ?? relationship ?? "nobody"}`, { name })}
          </p>
        )}
        {section && <SectionFields data={data} section={section} shown={shown} />}
        {buttons(key)}
      </section>
    );
  });
}

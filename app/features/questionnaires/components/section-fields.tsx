import { useTranslation } from "react-i18next";
import type { PartData } from "../answering/questionnaire-view.ts";
import { ItemRow } from "./item-row.tsx";
import type { Shown } from "./shown.ts";
import { stemGroups } from "./stem-groups.ts";

type Props = {
  data: Pick<PartData, "relationship" | "name" | "worded" | "hints">;
  section: PartData["sections"][number];
  shown: Shown;
};

/**
 * The items of one page, under what those on one scale ask. A page of open questions says first that words are shown as
 * they are written.
 */
export function SectionFields({ data, section, shown }: Props) {
  const { t } = useTranslation("answering");
  const { relationship, name, worded } = data;
  const lead =
    relationship === "self" ? "leadSelf" : relationship === "manager" ? "leadManager" : "lead";
  const own = section.title === null ? undefined : worded;
  return (
    <>
      <h2
        tabIndex={-1}
        lang={own}
        className="font-serif text-2xl font-semibold tracking-tight wrap-anywhere hyphens-auto outline-none sm:text-3xl"
      >
        {section.title ?? t("comments.title")}
      </h2>
      <p lang={own} className="mt-2 mb-6 text-ink-muted">
        {section.intro ?? (section.title === null && t(`comments.${lead}`, { name }))}
      </p>
      {stemGroups(section.items).map(({ stem, items }) => (
        <div
          key={items[0]?.key}
          className={stem === null ? "mb-8 grid gap-6" : "not-first-of-type:mt-6"}
        >
          {stem !== null && (
            <p lang={worded} className="mb-3 text-lg font-semibold" dir="auto">
              {stem}
            </p>
          )}
          {items.map((item) => (
            <ItemRow key={item.key} data={data} item={item} shown={shown} />
          ))}
        </div>
      ))}
    </>
  );
}

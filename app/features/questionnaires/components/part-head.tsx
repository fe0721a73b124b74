import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { PartData } from "../answering/questionnaire-view.ts";
import { PartProgress } from "./part-progress.tsx";

type Props = Pick<PartData, "relationship" | "occasion" | "name" | "suggests" | "progress"> & {
  said?: string;
};

/** About whom or what it is: oneself, another, or something of its own name. */
export function aboutIn(
  t: TFunction<"answering">,
  { relationship, name }: Pick<PartData, "relationship" | "name">,
): string {
  if (relationship === null) return name;
  return relationship === "self" ? t("aboutYourself") : t("about", { name });
}

/** Above the questions: whom they are about, and how far one is. */
export function PartHead(props: Props) {
  const { relationship, occasion, name, suggests, progress, said } = props;
  const { t } = useTranslation("answering");
  const of = relationship === null ? "nobody" : relationship === "self" ? "self" : undefined;
  return (
    <>
      <h1
        className="mb-3 text-sm font-semibold text-ink-muted lg:text-base"
        dir="auto"
        data-about={aboutIn(t, props)}
      >
        {t("intro.title", { context: suggests ? "suggestion" : (occasion ?? of), name })}
      </h1>
      <PartProgress {...progress} {...(said ? { said } : {})} />
    </>
  );
}

import { useTranslation } from "react-i18next";
import type { PartData } from "../answering/questionnaire-view.ts";
import { PartProgress } from "./part-progress.tsx";

type Props = Pick<PartData, "relationship" | "occasion" | "name" | "suggests" | "progress"> & {
  said?: string;
};

/** Above the questions: whom they are about, and how far one is. */
export function PartHead(props: Props) {
  const { relationship, occasion, name, suggests, progress, said } = props;
  const { t } = useTranslation("answering");
  const self = relationship === "self" ? "self" : undefined;
  return (
    <>
      <h1
        className="mb-3 text-sm font-semibold text-ink-muted lg:text-base"
        dir="auto"
        data-about={self ? t("aboutYourself") : t("about", { name })}
      >
        {t("intro.title", { context: suggests ? "suggestion" : (occasion ?? self), name })}
      </h1>
      <PartProgress {...progress} {...(said ? { said } : {})} />
    </>
  );
}

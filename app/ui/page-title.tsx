import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";

/** Whose pages these are: the frame around them says so, for the names of tabs. */
export const TitleContext = createContext<string | null>(null);

/** A page's name in its tab, its window and its history: what it is, whose, and of what product. */
export function PageTitle({ children }: { children: string }) {
  const organisation = useContext(TitleContext);
  const { t } = useTranslation("ui");
  const parts = [children, organisation, t("product")];
  return <title>{parts.filter(Boolean).join(" · ")}</title>;
}

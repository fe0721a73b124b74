import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ChartTexts, chartTexts } from "./texts.ts";

/** The general words of the charts in the reader's language, to pass on as `texts`. */
export function useChartTexts(): ChartTexts {
  const { t, i18n } = useTranslation("ui");
  return useMemo(() => chartTexts(t, i18n.language), [t, i18n.language]);
}

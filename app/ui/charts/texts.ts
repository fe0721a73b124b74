import type { TFunction } from "i18next";

/** The general words and number formats of the charts, translated. */
export interface ChartTexts {
  figures: string;
  self: string;
  others: string;
  lastTime: string;
  before: string;
  now: string;
  noise: string;
  band: string;
  tooLittle: string;
  rightAmount: string;
  rightAmountShort: string;
  tooMuch: string;
  aboutRight: string;
  cantTell: string;
  notShown: string;
  /** "9 together": people on sides whose counts are not shown one by one. */
  countTogether: (n: number) => string;
  subject: string;
  group: string;
  mean: string;
  likely: string;
  raters: string;
  meaning: string;
  seen: string;
  /** What the marks of a chart stand for. */
  key: { mean: string; likely: string; self: string };
  /** "6 raters" */
  countRaters: (n: number) => string;
  people: string;
  /** "6 people" */
  countPeople: (n: number) => string;
  /** "3.4" */
  level: (value: number) => string;
  /** "+0.4", a true minus below zero, no sign at zero */
  amount: (value: number) => string;
  /** "3.1 to 3.7" */
  range: (low: string, high: string) => string;
}

/** Numbers with one decimal; the sign of a rounded zero is dropped. */
function oneDecimal(locale: string, signed: boolean): (value: number) => string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: signed ? "exceptZero" : "negative",
  });
  return (value) => format.format(value).replace("-", "−");
}

/** Builds the texts from a translator for namespace `ui`; serves pages and anything drawn outside React. */
export function chartTexts(t: TFunction<"ui">, locale: string): ChartTexts {
  return {
    figures: t("chart.figures"),
    self: t("chart.self"),
    others: t("chart.others"),
    lastTime: t("chart.lastTime"),
    before: t("chart.before"),
    now: t("chart.now"),
    noise: t("chart.noise"),
    band: t("chart.band"),
    tooLittle: t("chart.tooLittle"),
    rightAmount: t("chart.rightAmount"),
    rightAmountShort: t("chart.rightAmountShort"),
    tooMuch: t("chart.tooMuch"),
    aboutRight: t("chart.aboutRight"),
    cantTell: t("chart.cantTell"),
    notShown: t("chart.notShown"),
    countTogether: (count) => t("chart.countTogether", { count }),
    subject: t("chart.subject"),
    group: t("chart.group"),
    mean: t("chart.mean"),
    likely: t("chart.likely"),
    raters: t("chart.raters"),
    meaning: t("chart.meaning"),
    seen: t("chart.seen"),
    key: {
      mean: t("chart.key.mean"),
      likely: t("chart.key.likely"),
      self: t("chart.key.self"),
    },
    countRaters: (count) => t("chart.countRaters", { count }),
    people: t("chart.people"),
    countPeople: (count) => t("chart.countPeople", { count }),
    level: oneDecimal(locale, false),
    amount: oneDecimal(locale, true),
    range: (low, high) => t("chart.range", { low, high }),
  };
}

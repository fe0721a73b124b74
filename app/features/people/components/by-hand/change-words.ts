import { useTranslation } from "react-i18next";
import { listed, writtenDate } from "~/platform/i18n/format.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { PersonChange } from "../../domain/by-hand/history.ts";
import { nameOfLanguage } from "../../domain/by-hand/name-of-language.ts";
import { placeOf } from "../../domain/by-hand/place-of.ts";
import { daysIn } from "../../domain/by-hand/working-days.ts";

const DATES = ["startDate", "endDate", "leavesOn"];

/** One change of a person, in words. */
export function useChangeText(): (change: PersonChange) => string {
  const { t } = useTranslation(["people-edit", "people"]);
  const days = useDaysText();
  const written = (field: string, value: string) => {
    if (DATES.includes(field)) return writtenDate(value);
    if (field === "language") return nameOfLanguage(value, readerLanguage());
    if (field === "timezone") return placeOf(value).place;
    return field === "workingDays" ? days(value) : value;
  };
  return ({ field, from, to }) => {
    if (field === "added" || field === "external") return t(`history.${field}`);
    if (field === "merged")
      return t(from === null ? "history.merged" : "history.mergedFrom", {
        ...{ name: to ?? "", address: from ?? "" },
      });
    if (field === "status") return t(`history.status.${to === "inactive" ? "inactive" : "active"}`);
    const own = { workingDays: "times.days.title", leavesOn: "history.leavesOn" };
    const label = t(field in own ? own[field as keyof typeof own] : `people:fields.${field}`);
    const values = {
      field: label,
      from: from === null ? "" : written(field, from),
      to: to === null ? "" : written(field, to),
    };
    if (from === null) return t("history.set", values);
    return t(to === null ? "history.removed" : "history.changed", values);
  };
}

/** Days of the week in a sentence, as a record keeps them. */
export function useDaysText(): (kept: string | null) => string {
  const { t } = useTranslation("people-edit");
  return (kept) =>
    kept === null
      ? t("times.days.unknown")
      : listed(daysIn(kept).map((day) => t(`times.days.names.${day}`)));
}

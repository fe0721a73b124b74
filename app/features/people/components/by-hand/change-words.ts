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
  const choice = useChoiceText();
  const written = (field: string, value: string) => {
    if (DATES.includes(field)) return writtenDate(value);
    return field === "workingDays" ? days(value) : choice(field, value);
  };
  return ({ field, from, to }) => {
    if (field === "chosen") {
      const named = (kept: string) =>
        listed(
          kept.split(" ").map((each) => t(`people:fields.${each}` as "people:fields.language")),
        );
      if (to !== null) return t("history.chosen", { fields: named(to) });
      return t("history.givenBack", { fields: named(from ?? "") });
    }
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

/** What stands in a field that people may choose, as its reader says it. */
export function useChoiceText(): (field: string, value: string) => string {
  return (field, value) => {
    if (field === "language") return nameOfLanguage(value, readerLanguage());
    return field === "timezone" ? placeOf(value).place : value;
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

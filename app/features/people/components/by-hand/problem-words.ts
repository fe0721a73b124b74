import { useTranslation } from "react-i18next";
import type { Problem } from "~/platform/errors/problem.ts";
import { writtenDate } from "~/platform/i18n/format.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a form about people, in words. */
export function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation(["people-edit", "people"]);
  return ({ field = "", code, values = {} }) => {
    const told = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && DATE.test(value) ? writtenDate(value) : value,
    ]);
    const label = field && t(`people:fields.${field}`);
    return t([`problems.${field}.${code}`, `problems.${code}`], {
      field: label,
      ...(Object.fromEntries(told) as Record<string, string | number>),
    });
  };
}

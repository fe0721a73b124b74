import type { TFunction } from "i18next";
import type { Problem } from "./domain/problem.ts";

/** Why a row is rejected, in words; `t` speaks for the namespace `people`. */
export function problemText({ code, field, value, otherRow }: Problem, t: TFunction): string {
  const name = field && t(`people:fields.${field}`);
  return t(`problems.${code}`, { field: name, value, row: otherRow });
}

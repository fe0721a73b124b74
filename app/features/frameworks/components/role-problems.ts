import { useTranslation } from "react-i18next";
import type { RoleProblem } from "../domain/read-role-form.ts";
import type { RoleFramework } from "./role-fields.tsx";

export type RoleRefusal = RoleProblem[] | "name-taken" | "changed-meanwhile";

/** What is to be put right, in words, each with its field. */
export function useRoleProblems(
  refusal: RoleRefusal | null,
  { hats }: RoleFramework,
): { field?: string; message: string }[] {
  const { t } = useTranslation("frameworks");
  if (refusal === null) return [];
  if (refusal === "name-taken") return [{ field: "name", message: t("role.problems.name.taken") }];
  if (refusal === "changed-meanwhile") return [{ message: t("role.problems.changed-meanwhile") }];
  return refusal.map((each) => {
    const { field, problem } = each;
    if (problem === "range") {
      const hat = hats.find(({ key }) => key === each.hat)?.name ?? "";
      return { field, message: t("role.problems.range", { hat }) };
    }
    const title = "title" in each ? each.title : "";
    return { field, message: t(`role.problems.${field}.${problem}`, { title }) };
  });
}

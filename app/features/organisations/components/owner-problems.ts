import type { TFunction } from "i18next";
import { passwordProblemText } from "~/features/identity/index.ts";
import type { Problem } from "~/platform/errors/problem.ts";

type Texts = { t: TFunction<"organisations">; ofAccount: TFunction<"account"> };

/** What is wrong with a field of a form by which somebody becomes the first owner. */
export function ownerProblem({ t, ofAccount }: Texts, { field, code, values }: Problem) {
  const own = ["taken", "too-many", "busy"] as const;
  const found = own.find((each) => each === code);
  if (found) return t(`problems.${found}`, { ...values });
  if (field === "organisation" || field === "name" || field === "email")
    return t(`problems.${field}`);
  return passwordProblemText(ofAccount, code) ?? passwordProblemText(ofAccount, "password");
}

import type { TFunction } from "i18next";

/** Why a password can't be chosen, in words that every form says alike; null for any other problem. */
export function passwordProblemText(t: TFunction<"account">, code: string): string | null {
  return code === "password" || code.startsWith("password-") ? t(`problems.${code}`) : null;
}

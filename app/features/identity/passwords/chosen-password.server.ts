import { type PasswordProblem, passwordProblem } from "../domain/fields.ts";
import { isGuessable } from "./guessable.server.ts";

/** Why somebody can't choose this password, given what is known of them; null when they can. */
export function chosenPasswordProblem(
  password: string,
  about: readonly string[],
): PasswordProblem | null {
  return passwordProblem(password) ?? (isGuessable(password, about) ? "password-guessable" : null);
}

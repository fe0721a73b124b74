import { redirect } from "react-router";
import type { Entered, EnteringRefusal } from "~/features/identity/index.server.ts";
import { minutesOf, refusalAnswer, wayIn } from "~/features/identity/index.ts";
import { notFound } from "~/platform/http/not-found.ts";
import type { ReadForm } from "~/platform/http/read-form.server.ts";

/**
 * What a first owner is answered: on to bringing in people, or their form again.
 * @throws a 404 where what they came with is good no more.
 */
export function answerFounding(
  { refused }: Pick<ReadForm<unknown>, "refused">,
  outcome: { ok: true; value: Entered } | EnteringRefusal,
) {
  if (outcome.ok)
    return redirect(wayIn(outcome.value, "/people/import"), { headers: outcome.value.headers });
  if (outcome.reason === "over") throw notFound();
  if (outcome.reason === "problems") return refused(outcome.problems);
  const values = { count: minutesOf(outcome) };
  const problem = { field: "password", code: outcome.reason, values };
  return refused([problem], refusalAnswer(outcome));
}

import { data } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { saveAnswers } from "../answer.server.ts";
import { resolveRater } from "../resolve-rater.server.ts";
import type { Route } from "./+types/rater-save";

/** Takes the answers that the page's script sends as they are given. Says whether they are kept, and nothing more. */
export async function action(args: Route.ActionArgs) {
  const { rater } = await resolveRater(args);
  const form = await args.request.formData();
  const fields = [...form.entries()].flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  const saved = await saveAnswers(getPlatform(args.context), rater, args.params.requestId, fields);
  if (!saved.ok)
    return data(
      { saved: false, reason: saved.reason },
      { status: saved.reason === "closed" ? 410 : 404 },
    );
  const kept = saved.value.problems.length === 0;
  return data({ saved: kept, reason: kept ? null : "invalid" }, { status: kept ? 200 : 422 });
}

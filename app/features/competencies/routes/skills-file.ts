import { redirect } from "react-router";
import { requireRecentAble } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { xlsxResponse } from "~/platform/tables/write-xlsx.server.ts";
import { matrixParameters, readMatrixQuery } from "../domain/tables/matrix-query.ts";
import { levelsFile } from "../matrix/levels-file.server.ts";
import { mayReadSkillsOfOthers } from "../policy.ts";
import type { Route } from "./+types/skills-file";

/** What the table shows, as a workbook; for whoever showed lately who they are, as all files about people are. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = await requireRecentAble(context, request, mayReadSkillsOfOthers);
  const query = readMatrixQuery(new URL(request.url).searchParams);
  const file = await levelsFile(getPlatform(context), actor, query);
  if (file === null) throw notFound();
  if (file === "too-large") {
    const back = matrixParameters(query);
    back.set("said", "too-large");
    return redirect(`/skills?${back}`);
  }
  return xlsxResponse("levels", file);
}

import { z } from "zod";
import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { roleInput } from "../domain/roles/read-role-form.ts";
import { lookAtRole } from "../roles/look-at-role.server.ts";
import { todayHere } from "../roles/today-here.server.ts";
import type { Route } from "./+types/roles-look";

const { parent, validFrom, join, titles, levels, departments, people } = roleInput.shape;
const lookInput = z.object({
  framework: z.string().max(300),
  ...{ parent, validFrom, join, titles, levels, departments, people },
});

/** What a role that somebody types would come to, for the page that is being typed into. */
export async function action({ context, request }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const platform = getPlatform(context);
  const { framework, ...typed } = await readPress(request, lookInput);
  const look = await inOrganisation(platform, actor, async (tx) => {
    const today = await todayHere(platform, tx, actor);
    return lookAtRole(tx, actor, { framework }, typed, today);
  });
  if (!look) throw notFound();
  return Response.json(look);
}

/** Nothing to read here. */
export function loader({ context, request }: Route.LoaderArgs): never {
  requireAdmin(context, request);
  throw notFound();
}

import { requireAdmin } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { suggestPeople } from "../by-hand/suggest-people.server.ts";
import type { Route } from "./+types/person-names";

/** People to choose from while a name is typed. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return { people: await suggestPeople(getPlatform(context), actor, typed) };
}

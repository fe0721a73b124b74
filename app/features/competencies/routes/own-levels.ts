import { redirect } from "react-router";
import { requireActor } from "~/features/identity/index.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { mayReadOwnLevels } from "../policy.ts";
import type { Route } from "./+types/own-levels";

/** Whoever asks for their own levels, by whatever letter or place, gets to their page. */
export function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireActor(context, request);
  if (!mayReadOwnLevels(actor)) throw notFound();
  return redirect(`/levels/${actor.personId}${new URL(request.url).search}`);
}

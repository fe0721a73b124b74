import { redirect } from "react-router";
import { requireActor } from "../context.server.ts";
import type { Route } from "./+types/front";

/** The front door: everyone signed in has a home, and everyone else signs in first. */
export function loader({ context, request }: Route.LoaderArgs) {
  requireActor(context, request);
  return redirect("/home");
}

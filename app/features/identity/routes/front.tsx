import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { getSignedIn } from "../context.server.ts";
import { isSetUp } from "../reads.server.ts";
import type { Route } from "./+types/front";

/** The front door: home for everyone signed in, the set-up on a new server, otherwise the sign-in. */
export async function loader({ context }: Route.LoaderArgs) {
  if (getSignedIn(context)) return redirect("/home");
  return redirect((await isSetUp(getPlatform(context))) ? "/sign-in" : "/welcome");
}

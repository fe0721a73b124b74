import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { authContext, requireOwner } from "../context.server.ts";
import { endSession, endSessionInput } from "../sessions/end-session.server.ts";
import type { Route } from "./+types/account-session";

export function loader({ context, request }: Route.LoaderArgs) {
  requireOwner(context, request);
  return redirect("/account");
}

/** Signs out on another device, or on all others. */
export async function action({ context, request }: Route.ActionArgs) {
  requireOwner(context, request);
  const auth = context.get(authContext);
  const press = await readPress(request, endSessionInput);
  const ended = await endSession(getPlatform(context), auth, request.headers, press);
  if (!ended.ok) throw notFound();
  return redirect("/account?said=ended");
}

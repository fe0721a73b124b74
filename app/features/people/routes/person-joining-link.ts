import { redirect } from "react-router";
import {
  accessLettersContext,
  directoryContext,
  requireAdmin,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { inviteFromDirectory } from "../invite-from-directory.server.ts";
import type { Route } from "./+types/person-joining-link";

export function loader({ context, request, params }: Route.LoaderArgs) {
  requireAdmin(context, request);
  return redirect(`/people/${params.personId}`);
}

/** Sends somebody a link to open an account. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const { joining } = context.get(accessLettersContext);
  const sent = await inviteFromDirectory(parts, actor, params.personId, joining);
  if (!sent.ok && (sent.reason === "unknown" || sent.reason === "not-allowed")) throw notFound();
  const said = parts.mailer.kind === "none" ? "invitedWaits" : "invited";
  // Whatever else is in the way, the page says.
  return redirect(`/people/${params.personId}${sent.ok ? `?said=${said}` : ""}`);
}

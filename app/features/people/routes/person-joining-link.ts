import { redirect } from "react-router";
import {
  accessLettersContext,
  directoryContext,
  requireAdmin,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { inviteFromDirectory, readInvitable } from "../invite-from-directory.server.ts";
import type { Route } from "./+types/person-joining-link";

const partsOf = (context: Route.LoaderArgs["context"]) => ({
  ...getPlatform(context),
  directory: context.get(directoryContext),
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = requireAdmin(context, request);
  if ((await readInvitable(partsOf(context), actor, params.personId)) === "unknown")
    throw notFound();
  return redirect(`/people/${params.personId}`);
}

/** Sends somebody a link to open an account. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = requireAdmin(context, request);
  const parts = partsOf(context);
  const { joining } = context.get(accessLettersContext);
  const sent = await inviteFromDirectory(parts, actor, params.personId, joining);
  if (!sent.ok && (sent.reason === "unknown" || sent.reason === "not-allowed")) throw notFound();
  const said = parts.mailer.kind === "none" ? "invitedWaits" : "invited";
  // Whatever else is in the way, the page says.
  return redirect(`/people/${params.personId}${sent.ok ? `?said=${said}` : ""}`);
}

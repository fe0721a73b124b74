import { redirect } from "react-router";
import { z } from "zod";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { getSignedIn, requireActor } from "../context.server.ts";
import { localPath } from "../local-path.ts";
import { organisationCookie } from "../organisation-cookie.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/organisation";

export function loader() {
  return redirect("/home");
}

const chosen = z.object({ organisation: z.string(), next: z.string().optional() });

/** Remembers which of their organisations somebody looks at. */
export async function action({ context, request }: Route.ActionArgs) {
  requireActor(context, request);
  const { organisation, next } = await readPress(request, chosen);
  const membership = getSignedIn(context)?.memberships.find(
    (each) => each.organisationId === organisation,
  );
  if (!membership) throw notFound();
  if (membership.wantsProvider)
    return redirect(wayIn({ isWhole: true, elsewhere: membership.organisationId }, "/home"));
  const cookie = await organisationCookie.keep(membership.organisationId);
  return redirect(next === undefined ? "/home" : localPath(next), {
    headers: { "Set-Cookie": cookie },
  });
}

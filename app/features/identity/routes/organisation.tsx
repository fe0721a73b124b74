import { redirect } from "react-router";
import { z } from "zod";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { getSignedIn, requireActor } from "../context.server.ts";
import { organisationCookie } from "../organisation-cookie.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/organisation";

export function loader() {
  return redirect("/home");
}

/** Remembers which of their organisations somebody looks at. */
export async function action({ context, request }: Route.ActionArgs) {
  requireActor(context, request);
  const { organisation } = await readPress(request, z.object({ organisation: z.string() }));
  const membership = getSignedIn(context)?.memberships.find(
    (each) => each.organisationId === organisation,
  );
  if (!membership) throw notFound();
  if (membership.shut)
    return redirect(wayIn({ isWhole: true, elsewhere: membership.organisationId }, "/home"));
  const cookie = await organisationCookie.keep(membership.organisationId);
  return redirect("/home", { headers: { "Set-Cookie": cookie } });
}

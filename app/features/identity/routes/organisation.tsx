import { redirect } from "react-router";
import { notFound } from "~/platform/http/not-found.ts";
import { getSignedIn, requireActor } from "../context.server.ts";
import { organisationCookie } from "../organisation-cookie.server.ts";
import type { Route } from "./+types/organisation";

export function loader() {
  return redirect("/home");
}

/** Remembers which of their organisations somebody looks at. */
export async function action({ context, request }: Route.ActionArgs) {
  requireActor(context, request);
  const wanted = (await request.formData()).get("organisation");
  const membership = getSignedIn(context)?.memberships.find(
    (each) => each.organisationId === wanted,
  );
  if (!membership) throw notFound();
  const cookie = await organisationCookie.keep(membership.organisationId);
  return redirect("/home", { headers: { "Set-Cookie": cookie } });
}

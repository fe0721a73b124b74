import { redirect } from "react-router";
import { notFound } from "~/platform/http/not-found.ts";
import { getSignedIn, requireActor } from "../context.server.ts";
import type { Route } from "./+types/organisation";

const ONE_YEAR = 60 * 60 * 24 * 365;

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
  const cookie = `twohats-organisation=${membership.organisationId}; Path=/; SameSite=Lax; HttpOnly; Max-Age=${ONE_YEAR}`;
  return redirect("/home", { headers: { "Set-Cookie": cookie } });
}

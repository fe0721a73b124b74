import { data, redirect } from "react-router";
import { keepOutCrowds } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { NotSignedIn } from "../components/not-signed-in.tsx";
import { beginSignOn } from "../entering/begin-sign-on.server.ts";
import type { Route } from "./+types/leave";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const next = new URL(request.url).searchParams.get("next");
  const begun = await beginSignOn(getPlatform(context), params, { next, again: false });
  if (begun.ok) throw redirect(begun.value.url, { headers: { "Set-Cookie": begun.value.cookie } });
  if (begun.reason === "unknown") throw notFound();
  return data({ organisationId: params.organisationId, reason: begun.reason }, { status: 502 });
}

/** On the way to a provider; shown only where it can't be reached. */
export default function Leave({ loaderData }: Route.ComponentProps) {
  return <NotSignedIn {...loaderData} />;
}

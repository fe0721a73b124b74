import { data, redirect } from "react-router";
import { getSignedIn, keepOutEveryCrowd, requireOwner } from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { NotSignedIn } from "../components/not-signed-in.tsx";
import { beginSignOn } from "../entering/begin-sign-on.server.ts";
import { ownProvider } from "../entering/own-provider.server.ts";
import type { Route } from "./+types/again";

export const middleware: Route.MiddlewareFunction[] = [keepOutEveryCrowd];

/** Sends whoever is signed in by a provider there once more, to show that it is still them who sit there. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = requireOwner(context, request);
  const signedIn = getSignedIn(context);
  if (!signedIn?.byProvider) throw notFound();
  const platform = getPlatform(context);
  const { organisationId } = actor;
  const providerId = await ownProvider(platform, actor, signedIn.providerId);
  if (providerId === null) throw notFound();
  const next = new URL(request.url).searchParams.get("next");
  const begun = await beginSignOn(platform, { organisationId, providerId }, { next, again: true });
  if (begun.ok) throw redirect(begun.value.url, { headers: { "Set-Cookie": begun.value.cookie } });
  if (begun.reason === "unknown") throw notFound();
  return data({ organisationId, reason: begun.reason }, { status: 502 });
}

export default function Again({ loaderData }: Route.ComponentProps) {
  return <NotSignedIn {...loaderData} />;
}

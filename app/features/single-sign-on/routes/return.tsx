import { data, redirect } from "react-router";
import {
  authContext,
  directoryContext,
  keepOutEveryCrowd,
  visitorOf,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { NotSignedIn } from "../components/not-signed-in.tsx";
import { comeBack } from "../entering/come-back.server.ts";
import { refusedStatus } from "../refused-status.ts";
import type { Route } from "./+types/return";

export const middleware: Route.MiddlewareFunction[] = [keepOutEveryCrowd];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const { organisationId } = params;
  const back = await comeBack(parts, context.get(authContext), {
    ...{ organisationId, search: new URL(request.url).search },
    ...{ visitor: visitorOf(context, request), headers: request.headers },
  });
  if (back.ok) throw redirect(back.value.path, { headers: back.value.headers });
  const { reason, wanted } = back;
  return data({ organisationId, reason, wanted }, { status: refusedStatus(reason) });
}

/** Where a provider sends people back to; shown only where nobody is signed in by it. */
export default function Return({ loaderData }: Route.ComponentProps) {
  return <NotSignedIn {...loaderData} />;
}

import { data, redirect } from "react-router";
import {
  authContext,
  directoryContext,
  keepOutEveryCrowd,
  visitorOf,
} from "~/features/identity/index.server.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { NotSignedIn } from "../components/not-signed-in.tsx";
import { finishSaml } from "../entering/finish-saml.server.ts";
import { refusedStatus } from "../refused-status.ts";
import type { Route } from "./+types/finish";

export const middleware: Route.MiddlewareFunction[] = [keepOutEveryCrowd];

const PROBLEMS = ["wrong", "over", "declined"] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { organisationId } = params;
  const { searchParams } = new URL(request.url);
  const problem = PROBLEMS.find((word) => word === searchParams.get("problem"));
  if (problem) return data({ organisationId, reason: problem, wanted: undefined }, { status: 403 });
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const finished = await finishSaml(parts, context.get(authContext), {
    ...{ organisationId, outcome: searchParams.get("outcome") },
    ...{ visitor: visitorOf(context, request), headers: request.headers },
  });
  if (finished.ok) throw redirect(finished.value.path, { headers: finished.value.headers });
  const { reason, wanted } = finished;
  return data({ organisationId, reason, wanted }, { status: refusedStatus(reason) });
}

/** Where a browser goes on with what its SAML provider said; shown only where nobody is signed in by it. */
export default function Finish({ loaderData }: Route.ComponentProps) {
  return <NotSignedIn {...loaderData} />;
}

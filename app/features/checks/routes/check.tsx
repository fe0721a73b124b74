import { forEveryone, openHeaders } from "~/platform/open-pages/open-page.server.ts";
import { CheckPage } from "../components/check-page.tsx";
import { answerCheck, askCheck } from "../open/check-page.server.ts";
import type { Route } from "./+types/check";

export const handle = { plain: true };
export const middleware: Route.MiddlewareFunction[] = [forEveryone];

export function headers(of: Route.HeadersArgs) {
  return openHeaders(of);
}

export function loader(asked: Route.LoaderArgs) {
  return askCheck(asked, "team");
}

export function action(asked: Route.ActionArgs) {
  return answerCheck(asked, "team");
}

/** A check for people who have reports. */
export default function CheckOfTeam({ loaderData, actionData }: Route.ComponentProps) {
  return <CheckPage asked={loaderData} answered={actionData} />;
}

import { redirect } from "react-router";
import { authContext } from "../context.server.ts";
import { cookiesOf } from "../let-in.server.ts";
import type { Route } from "./+types/sign-out";

export function loader() {
  return redirect("/");
}

export async function action({ context, request }: Route.ActionArgs) {
  const response = await context
    .get(authContext)
    .api.signOut({ headers: request.headers, asResponse: true });
  return redirect("/sign-in?out", { headers: cookiesOf(response) });
}

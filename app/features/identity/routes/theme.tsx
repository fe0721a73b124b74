import { redirect } from "react-router";
import { localPath } from "../local-path.ts";
import type { Route } from "./+types/theme";

const ONE_YEAR = 60 * 60 * 24 * 365;

export function loader() {
  return redirect("/");
}

/** Keeps the chosen look in a cookie; "system" forgets it. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const theme = form.get("theme");
  const lasting = theme === "light" || theme === "dark";
  const cookie = `twohats-theme=${lasting ? theme : ""}; Path=/; SameSite=Lax; Max-Age=${lasting ? ONE_YEAR : 0}`;
  return redirect(localPath(form.get("returnTo")), { headers: { "Set-Cookie": cookie } });
}

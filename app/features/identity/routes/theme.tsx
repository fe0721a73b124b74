import { redirect } from "react-router";
import { themeCookie } from "~/shell/theme-cookie.server.ts";
import { localPath } from "../local-path.ts";
import type { Route } from "./+types/theme";

export function loader() {
  return redirect("/");
}

/** Keeps the chosen look in a cookie; "system" forgets it. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const theme = form.get("theme");
  const lasting = theme === "light" || theme === "dark";
  const cookie = await (lasting ? themeCookie.keep(theme) : themeCookie.forget());
  return redirect(localPath(form.get("returnTo")), { headers: { "Set-Cookie": cookie } });
}

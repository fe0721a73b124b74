import { redirect } from "react-router";
import { z } from "zod";
import { readPress } from "~/platform/http/read-form.server.ts";
import { themeCookie } from "~/shell/theme-cookie.server.ts";
import { localPath } from "../local-path.ts";
import type { Route } from "./+types/theme";

const themeInput = z.object({
  theme: z.string().optional(),
  returnTo: z.string().optional(),
});

export function loader() {
  return redirect("/");
}

/** Keeps the chosen look in a cookie; "system" forgets it. */
export async function action({ request }: Route.ActionArgs) {
  const { theme, returnTo } = await readPress(request, themeInput);
  const lasting = theme === "light" || theme === "dark";
  const cookie = await (lasting ? themeCookie.keep(theme) : themeCookie.forget());
  return redirect(localPath(returnTo), { headers: { "Set-Cookie": cookie } });
}

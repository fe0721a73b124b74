import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Theme } from "./theme.ts";

/** The look someone chose. */
export const themeCookie = ownCookie("twohats-theme", /^(light|dark)$/, {
  maxAge: 60 * 60 * 24 * 365,
});

/** The look someone chose, kept in a cookie of its own; the system's preference otherwise. */
export async function themeOf(headers: Headers): Promise<Theme> {
  const chosen = await themeCookie.read(headers.get("cookie"));
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

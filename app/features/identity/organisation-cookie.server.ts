import { ownCookie } from "~/platform/http/own-cookie.server.ts";

/** Which of their organisations somebody looks at. It opens nothing: only memberships do. */
export const organisationCookie = ownCookie("twohats-organisation", /^[0-9a-f-]{36}$/, {
  httpOnly: true,
  maxAge: 60 * 60 * 24 * 365,
});

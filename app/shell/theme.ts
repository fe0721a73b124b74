export type Theme = "light" | "dark" | "system";

/** The look someone chose, kept in a cookie of its own; the system's preference otherwise. */
export function themeOf(cookie: string | null): Theme {
  const chosen = /(?:^|;\s*)twohats-theme=(light|dark)/.exec(cookie ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

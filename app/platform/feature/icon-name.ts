/** Pictures that a manifest may name; the shell draws them. */
export type IconName =
  | "home"
  | "people"
  | "person"
  | "cycle"
  | "report"
  | "framework"
  | "inbox"
  | "mail"
  | "edit"
  | "lock";

import type { ReactNode } from "react";
import { MailAddress } from "~/ui/mail-address.tsx";

/** What a file says of somebody in one column, in a cell. */
export function factIn(field: string, value: string | null): ReactNode {
  if (!value) return null;
  return field === "email" ? <MailAddress address={value} /> : <bdi>{value}</bdi>;
}

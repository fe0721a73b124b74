import type { Actor } from "~/features/identity/domain/index.ts";

type Viewer = Pick<Actor, "role" | "owner">;

/** Owners alone say by whose word people get in: whoever could name a provider could be anybody. */
export function maySetSignOn({ role, owner }: Viewer): boolean {
  return role === "admin" && owner === true;
}

import type { Actor } from "~/features/identity/domain/index.ts";

type Viewer = Pick<Actor, "role">;

/** Only admins let an identity provider change people, and decide who leaves by it. */
export function mayProvision({ role }: Viewer): boolean {
  return role === "admin";
}

import type { Actor } from "~/features/identity/domain/index.ts";

/** Owners decide what an organisation calls itself and how it looks: it speaks to everybody in its name. */
export function mayBrand({ role, owner }: Pick<Actor, "role" | "owner">): boolean {
  return role === "admin" && owner === true;
}

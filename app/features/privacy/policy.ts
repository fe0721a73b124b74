import type { Actor } from "~/features/identity/domain/index.ts";

type Asker = Pick<Actor, "role" | "personId">;

/** Who decides how long data is kept, and puts people and rounds on hold. */
export function mayKeepPrivacy({ role }: Asker): boolean {
  return role === "admin";
}

/** A hold for themselves is for others to place and to end, and why it stands for others to know. */
export function isTheirs({ personId }: Asker, heldPersonId: string | null): boolean {
  return personId !== null && personId === heldPersonId;
}

/** Owners write what people are told of their data: it says for what the organisation answers. */
export function mayWriteInformation({ role, owner }: Pick<Actor, "role" | "owner">): boolean {
  return role === "admin" && owner === true;
}

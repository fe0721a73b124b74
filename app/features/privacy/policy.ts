type Asker = { readonly role: "admin" | "member" | "leaver" };

/** Who decides how long data is kept, and puts people and rounds on hold. */
export function mayKeepPrivacy({ role }: Asker): boolean {
  return role === "admin";
}

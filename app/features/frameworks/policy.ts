/** What these decisions need to know about who is asking; identity's `Actor` fits. */
type Viewer = { readonly role: "admin" | "member" | "leaver" };

/** What a role needs is decided by HR. */
export function mayKeepRoleProfiles({ role }: Viewer): boolean {
  return role === "admin";
}

/** What these decisions need to know about who is asking; identity's `Actor` fits. */
type Viewer = { readonly role: "admin" | "member" | "leaver" };

/** Only admins let an identity provider change people, and decide who leaves by it. */
export function mayProvision({ role }: Viewer): boolean {
  return role === "admin";
}

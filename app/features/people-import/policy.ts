/** What these decisions need to know about who is asking; identity's `Actor` fits. */
type Viewer = { readonly role: "admin" | "member" | "leaver" };

/** Only admins bring people in. */
export function mayImportPeople({ role }: Viewer): boolean {
  return role === "admin";
}

type Viewer = { readonly role: "admin" | "member" | "leaver"; readonly personId: string | null };

/** Whoever is in the directory says which letters they want; a leaver gets none to choose among. */
export function mayChooseLetters({ role, personId }: Viewer): boolean {
  return role !== "leaver" && personId !== null;
}

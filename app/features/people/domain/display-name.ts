type Names = { name: string; preferredName: string | null; familyName: string | null };

/** The name others know someone by: the preferred name, completed with the family name when it is only a first name. */
export function displayName({ name, preferredName, familyName }: Names): string {
  if (!preferredName) return name;
  if (/\s/u.test(preferredName)) return preferredName;
  return familyName ? `${preferredName} ${familyName}` : name;
}

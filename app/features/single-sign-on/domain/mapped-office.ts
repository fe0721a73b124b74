/** What a provider may give: never what decides about access itself. */
type MappedOffice = "admin" | "analyst";

type Mapping = { adminGroup: string | null; analystGroup: string | null };

/** The office that goes with somebody's groups; null for none. */
export function officeOfGroups(
  { adminGroup, analystGroup }: Mapping,
  groups: readonly string[],
): MappedOffice | null {
  if (adminGroup !== null && groups.includes(adminGroup)) return "admin";
  return analystGroup !== null && groups.includes(analystGroup) ? "analyst" : null;
}

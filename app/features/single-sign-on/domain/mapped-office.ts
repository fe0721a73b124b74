/** What a provider may give: never what decides about access itself. */
export type MappedOffice = "admin" | "analyst";

type Office = "owner" | MappedOffice;

type Mapping = { adminGroup: string | null; analystGroup: string | null };

type Has = {
  office: Office | null;
  /** A provider gave it, and so may take it. */
  byProvider: boolean;
};

/** The office that goes with somebody's groups; null for none. */
export function officeOfGroups(
  { adminGroup, analystGroup }: Mapping,
  groups: readonly string[],
): MappedOffice | null {
  if (adminGroup !== null && groups.includes(adminGroup)) return "admin";
  return analystGroup !== null && groups.includes(analystGroup) ? "analyst" : null;
}

/**
 * Which office somebody has from now on who comes with these groups. Owners stay owners. What an owner gave by hand a
 * provider raises and never takes; what a provider gave goes with the group.
 */
export function mappedOffice(
  mapping: Mapping,
  groups: readonly string[],
  { office, byProvider }: Has,
): Office | null {
  if (office === "owner" || (mapping.adminGroup ?? mapping.analystGroup) === null) return office;
  const given = officeOfGroups(mapping, groups);
  if (byProvider || office === null) return given;
  return given === "admin" ? "admin" : office;
}

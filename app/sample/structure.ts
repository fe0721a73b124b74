/** The five levels, from the top down. */
export const levels = ["Executive", "Senior manager", "Manager", "Team leader", "Staff"] as const;
export type Level = (typeof levels)[number];

export const departments = [
  "Fleet operations",
  "Engineering and maintenance",
  "Terminals and passengers",
  "Commercial",
  "Finance and administration",
  "People and culture",
] as const;
export type Department = (typeof departments)[number];

export type Place = "Bergen" | "Stavanger" | "Dublin" | "Rosslare" | "Lisbon" | "Funchal";

/** People of one title who have no reports. */
export type Staff = { title: string; count: number; place: Place };

/** A manager, the people who report straight to them, and the units below. */
export type Unit = {
  title: string;
  level: Level;
  place: Place;
  division: string;
  department: Department;
  staff: readonly Staff[];
  units: readonly Unit[];
};

type Branch = Omit<Unit, "division" | "department" | "units"> & { units: readonly Branch[] };

/** Reads "Purser, Steward x3, Buyer @Lisbon": titles, how many, and where when not at the unit. */
function staffList(text: string, unitPlace: Place): Staff[] {
  return text
    .split(", ")
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [, title = entry, count = "1", place = unitPlace] =
        /^(.*?)(?: x(\d+))?(?: @(\w+))?$/.exec(entry) ?? [];
      return { title, count: Number(count), place: place as Place };
    });
}

/** A manager's post with its staff, as `staffList` reads them, and the units below. */
export function branch(
  title: string,
  level: Level,
  place: Place,
  staff: string,
  units: readonly Branch[] = [],
): Branch {
  return { title, level, place, staff: staffList(staff, place), units };
}

function within(department: Department, division: string, root: Branch): Unit {
  return {
    ...root,
    department,
    division,
    units: root.units.map((child) => within(department, division, child)),
  };
}

/** A director whose divisions are the branches below. */
export function directorate(
  department: Department,
  root: Branch,
  divisions: readonly (readonly [division: string, root: Branch])[],
): Unit {
  return {
    ...root,
    department,
    division: department,
    units: divisions.map(([division, child]) => within(department, division, child)),
  };
}

import { LIMITED_OFFICES, type LimitedOffice } from "~/features/identity/index.ts";

/** Which office is limited, by what it is called with its limit. */
const LIMITS = { "unit-admin": "admin", "unit-analyst": "analyst" } as const;

export function isLimitedOffice(office: string): office is LimitedOffice {
  return LIMITED_OFFICES.some((each) => each === office);
}

/** Where the units of such an office are chosen, of somebody who has none yet or is in office. */
export function unitsPath(
  whose: { person: string } | { membership: string },
  office: LimitedOffice,
): string {
  return `/access/units?${new URLSearchParams({ ...whose, office: LIMITS[office] })}`;
}

import { z } from "zod";
import { daysAfter, monthsAfter } from "~/platform/calendar/days.ts";

/** As what somebody reads what another gave them. */
export const grantedReaders = ["coach", "manager", "mentor", "colleague"] as const;
export type GrantedReader = (typeof grantedReaders)[number];

/** Who may read which parts of something, given by whose it is. A coach reads all of it, whatever the parts. */
export type ReadingGrant = {
  personId: string;
  reader: GrantedReader;
  parts: readonly string[];
  /** The last day, as a calendar date. */
  endsOn: string;
  revoked: boolean;
};

const LONGEST_DAYS = 366;
const USUAL_MONTHS = 3;

/** To whom, as what and until when; what is given adds its parts. */
export const grantInput = z.object({
  person: z.uuid("person"),
  reader: z.enum(grantedReaders, "reader"),
  endsOn: z.iso.date("endsOn-missing"),
});

/** What of it can't be; every problem is named. `today` is a calendar date. */
export function grantProblems(
  { person, reader, endsOn }: z.output<typeof grantInput>,
  parts: readonly string[],
  { own, today }: { own: string; today: string },
): { field: "person" | "sections" | "endsOn"; code: string }[] {
  return [
    ...(person === own ? [{ field: "person" as const, code: "self" }] : []),
    ...(reader !== "coach" && parts.length === 0
      ? [{ field: "sections" as const, code: "sections" }]
      : []),
    ...(endsOn <= today ? [{ field: "endsOn" as const, code: "endsOn-past" }] : []),
    ...(endsOn > daysAfter(today, LONGEST_DAYS)
      ? [{ field: "endsOn" as const, code: "endsOn-far" }]
      : []),
  ];
}

/** Until when something can be read when nobody says otherwise. */
export function usualEnd(today: string): string {
  return monthsAfter(today, USUAL_MONTHS);
}

/** The grant by which someone may read a thing today; null when there is none. */
export function grantTo(
  grants: readonly ReadingGrant[],
  personId: string | null,
  today: string,
): ReadingGrant | null {
  return (
    grants.find((each) => each.personId === personId && !each.revoked && today <= each.endsOn) ??
    null
  );
}

/** Whether someone's reading was ever taken back. */
export function tookBackFrom(grants: readonly ReadingGrant[], personId: string | null): boolean {
  return grants.some((each) => each.personId === personId && each.revoked);
}

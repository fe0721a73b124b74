import { daysAfter } from "~/platform/calendar/days.ts";
import { stateAt, waitOver } from "../domain/address-change.ts";

/** Another address that somebody wishes to sign in with. */
export type Wish = {
  id: string;
  accountId: string;
  oldAddress: string;
  newAddress: string;
  /** A calendar date in UTC; the wait begins when it is over. */
  askedOn: string;
  waitDays: number;
  state: "waiting" | "confirmed" | "done";
  /** Whoever reads the new address has said that it is theirs. */
  reached: boolean;
};

/** What nobody confirms at the new address is forgotten after so many days. */
const KEPT_DAYS = 30;

/** The day on which the old address can no longer stop it by waiting; as long as any changed address waits. */
export function wishDue(wish: Pick<Wish, "askedOn" | "waitDays">): Date {
  return waitOver(begun(wish));
}

/**
 * Whether an account gets its new address now: somebody reads it, and whoever reads the old one agreed, or let the wait
 * go by. The rule is that of every changed address (decision 26).
 */
export function isReady(wish: Wish, now: Date): boolean {
  if (!wish.reached || wish.state === "done") return false;
  const { state } = wish;
  return stateAt({ ...begun(wish), state }, now) !== "waiting";
}

/** Whether a wish that nobody confirmed has had its time. */
export function isForgotten(wish: Pick<Wish, "askedOn" | "waitDays">, now: Date): boolean {
  return now.getTime() >= Date.parse(daysAfter(wish.askedOn, KEPT_DAYS + wish.waitDays));
}

function begun({ askedOn, waitDays }: Pick<Wish, "askedOn" | "waitDays">) {
  return { changedAt: new Date(`${daysAfter(askedOn, 1)}T00:00:00Z`), waitDays };
}

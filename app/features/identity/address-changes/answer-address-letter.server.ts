import { dateIn, zoneAmong } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type ChangeState, stateAt, veiled, waitOver } from "../domain/address-change.ts";
import { organisationName, organisationStanding } from "../reads.server.ts";
import { lockLatestChange, type StoredChange } from "./address-change-store.server.ts";
import { type LetterClaims, readAddressLetterLink } from "./address-letter-link.server.ts";
import { settleChange } from "./settle-change.server.ts";

const VALID_DAYS = 60;

/** A change as the owner of the old address is shown it. */
export type LetterView = {
  organisation: string;
  /** Of the new one only what its owner recognises; null: it was taken out. */
  to: string | null;
  /** Calendar dates where the organisation is. */
  changedOn: string;
  opensOn: string;
  state: Exclude<ChangeState, "replaced">;
};

type Parts = Pick<Platform, "database" | "clock" | "jobs" | "secret">;

/** What the letter's page shows; null when the link is not ours, too old, or the address was changed again since. */
export async function readAddressLetter(parts: Parts, token: string): Promise<LetterView | null> {
  const claims = readAddressLetterLink(parts.secret, token);
  if (!claims) return null;
  return inOrganisation(parts, claims, async (tx) => {
    const found = await changeOf(parts, tx, claims);
    if (!found) return null;
    const { change, state } = found;
    const { timeZone, active } = await organisationStanding(tx, claims);
    if (!active) return null;
    const on = (at: Date) => dateIn(zoneAmong(timeZone), at);
    return {
      organisation: await organisationName(tx, claims),
      to: change.newAddress === null ? null : veiled(change.newAddress),
      changedOn: on(change.changedAt),
      opensOn: on(waitOver(change)),
      state,
    };
  });
}

/**
 * What the owner of the old address says of a change. That it was theirs ends the wait at once. That it was not shuts
 * everything until two administrators agree or the address is what it was, even after the wait; all administrators are
 * told.
 */
export async function answerAddressLetter(
  parts: Parts,
  token: string,
  answer: "mine" | "not-mine",
): Promise<Outcome<void, "unknown" | "over">> {
  const claims = readAddressLetterLink(parts.secret, token);
  if (!claims) return refuse("unknown");
  return inOrganisation(parts, claims, async (tx) => {
    const found = await changeOf(parts, tx, claims);
    if (!found) return refuse("unknown");
    const { change, state } = found;
    const possible = answer === "mine" ? MINE : NOT_MINE;
    if (!possible.includes(state)) return refuse("over");
    const word = answer === "mine" ? "confirmed" : "refused";
    const settling = { how: "old-address", by: null } as const;
    await settleChange(parts, tx, claims, [change.id], word, settling);
    return { ok: true };
  });
}

const MINE: readonly ChangeState[] = ["waiting"];
const NOT_MINE: readonly ChangeState[] = ["waiting", "passed"];

async function changeOf(
  { clock }: Parts,
  tx: Tx,
  claims: LetterClaims,
): Promise<{ change: StoredChange; state: LetterView["state"] } | null> {
  const change = await lockLatestChange(tx, claims, claims.changeId);
  if (!change) return null;
  const now = clock.now();
  if (now.getTime() > change.changedAt.getTime() + VALID_DAYS * 86_400_000) return null;
  const state = stateAt(change, now);
  return state === "replaced" ? null : { change, state };
}

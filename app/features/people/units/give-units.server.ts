import { z } from "zod";
import { changeOffice, officialsOf } from "~/features/identity/index.server.ts";
import {
  type AccessLetters,
  type Actor,
  type Directory,
  mayDecideAccess,
  standing,
} from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { appointFromDirectory } from "../appoint-from-directory.server.ts";
import { unitsAfter } from "../domain/units.ts";
import { unitsIn } from "./unit-reads.server.ts";

const unit = z.string().min(1).max(500);

/** Somebody of the directory who has no office yet, or somebody in office. */
export const whoseUnits = {
  person: z.uuid().optional(),
  membership: z.uuid().optional(),
  office: z.enum(["admin", "analyst"]),
};

export const giveUnitsInput = z.object({
  ...whoseUnits,
  /** The office as it stood when the page was loaded; none for whoever has none. */
  seen: z.string().default(""),
  /** The units on the screen, and those of them that are ticked. */
  shown: z.array(unit).max(2_500),
  unit: z.array(unit).max(2_500),
});

type Parts = Platform & { directory: Directory };

/**
 * Gives somebody an office that is limited to units, or other units. Whoever was in office for the whole organisation
 * is limited from now on. Refused without a unit, so that no limit is ever taken for none, and where the office is not
 * any more as it was seen.
 */
export async function giveUnits(
  parts: Parts,
  actor: Actor,
  { person, membership, office, seen, shown, unit: ticked }: z.output<typeof giveUnitsInput>,
  letters: AccessLetters["appointment"],
) {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  const { before, known } = await inOrganisation(parts, actor, async (tx) => {
    const officials = await officialsOf(tx, actor);
    const official = membership
      ? officials.find(({ membershipId }) => membershipId === membership)
      : undefined;
    return { before: official, known: await unitsIn(tx, actor) };
  });
  // Looked at again under the lock: what is kept of the office is kept of the one that was seen.
  if (before && seen !== standing(before)) return refuse("changed");
  const units = unitsAfter(before?.units ?? [], { shown, ticked });
  const there = new Set([...(before?.units ?? []), ...known.map(({ name }) => name)]);
  if (ticked.some((name) => !there.has(name))) return refuse("no-such-unit");
  if (units.length === 0) return refuse("no-unit");
  if (membership) {
    const changed = await changeOffice(parts, actor, { membership, office, units, seen });
    return changed.ok ? accept({ said: "changed" as const, ...changed.value }) : changed;
  }
  if (!person) return refuse("unknown");
  const made = await appointFromDirectory(parts, actor, { person, office, units }, letters);
  if (!made.ok) return made;
  const said = made.value === "now" ? ("appointed" as const) : ("invited" as const);
  return accept({ said, self: false });
}

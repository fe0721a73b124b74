import { z } from "zod";
import { changeOffice, officialsOf } from "~/features/identity/index.server.ts";
import {
  type AccessLetters,
  type Actor,
  type Directory,
  mayDecideAccess,
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
  /** The units on the screen, and those of them that are ticked. */
  shown: z.array(unit).max(2_500),
  unit: z.array(unit).max(2_500),
});

type Parts = Platform & { directory: Directory };

/**
 * Gives somebody an office that is limited to units, or other units. Whoever was in office for the whole organisation
 * is limited from now on. Without a unit it is refused, so that no limit is ever taken for none.
 */
export async function giveUnits(
  parts: Parts,
  actor: Actor,
  { person, membership, office, shown, unit: ticked }: z.output<typeof giveUnitsInput>,
  letters: AccessLetters["appointment"],
) {
  if (!mayDecideAccess(actor)) return refuse("not-allowed");
  const { before, known } = await inOrganisation(parts, actor, async (tx) => {
    const officials = await officialsOf(tx, actor);
    const official = officials.find(({ membershipId }) => membershipId === membership);
    return { before: official?.units ?? [], known: await unitsIn(tx, actor) };
  });
  const there = new Set([...before, ...known.map(({ name }) => name)]);
  if (ticked.some((name) => !there.has(name))) return refuse("no-such-unit");
  const units = unitsAfter(before, { shown, ticked });
  if (units.length === 0) return refuse("no-unit");
  if (membership) {
    const changed = await changeOffice(parts, actor, { membership, office, units });
    return changed.ok ? accept({ said: "changed" as const, ...changed.value }) : changed;
  }
  if (!person) return refuse("unknown");
  const made = await appointFromDirectory(parts, actor, { person, office, units }, letters);
  if (!made.ok) return made;
  const said = made.value === "now" ? ("appointed" as const) : ("invited" as const);
  return accept({ said, self: false });
}

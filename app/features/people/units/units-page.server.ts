import { officialsOf } from "~/features/identity/index.server.ts";
import { type Actor, mayDecideAccess, standing } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsFound } from "~/platform/search/words-found.ts";
import { peopleByIds } from "../colleague-reads.server.ts";
import { type LimitedTo, limitNow } from "../domain/units.ts";
import { unitsIn } from "./unit-reads.server.ts";

const SHOWN = 50;

export type UnitsPage = {
  who: { name: string; person: string | null; membership: string | null };
  /** Their office as it stands, to be sent back with the ticks; null for whoever has none. */
  seen: string | null;
  /** Whether their office is for the whole organisation until now. */
  whole: boolean;
  /** The units of their office, those without people too. */
  chosen: LimitedTo[];
  /** Others, as far as they are searched for: one page of them. */
  others: LimitedTo[];
  page: number;
  pages: number;
  search: string;
};

type Wanted = { person?: string; membership?: string; search: string; page: number };

/** Whose office is to be limited, to which units it is, and which others there are. For owners; null for all others. */
export async function readUnitsPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  { search, page: asked, ...whose }: Wanted,
): Promise<UnitsPage | null> {
  if (!mayDecideAccess(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const found = await whoIsMeant(tx, actor, whose);
    if (!found) return null;
    const units = await unitsIn(tx, actor);
    const chosen = limitNow(found.units, units) ?? [];
    const taken = new Set(chosen.map(({ name }) => name));
    const fitting = units.filter(({ name }) => !taken.has(name) && wordsFound(search, name));
    const pages = Math.max(1, Math.ceil(fitting.length / SHOWN));
    const page = Math.min(Math.max(1, asked), pages);
    return {
      ...{ who: found.who, seen: found.seen, whole: found.whole, chosen, page, pages, search },
      others: fitting.slice((page - 1) * SHOWN, page * SHOWN),
    };
  });
}

async function whoIsMeant(tx: Tx, actor: Actor, { person, membership }: Partial<Wanted>) {
  const officials = await officialsOf(tx, actor);
  if (membership) {
    const official = officials.find(({ membershipId }) => membershipId === membership);
    if (!official) return null;
    const { name, units } = official;
    return {
      who: { name, person: null, membership },
      units,
      whole: units === null,
      seen: standing(official),
    };
  }
  if (!person || !isId(person)) return null;
  const [found] = await peopleByIds(tx, actor, [person]);
  if (found?.status !== "active" || found.external) return null;
  return {
    who: { name: found.name, person, membership: null },
    units: [],
    whole: false,
    seen: null,
  };
}

import { OTHERS, type ReportContent } from "./report-content.ts";

/** Amounts between which a hat suits a role, by hat. */
export type Zone = Readonly<Record<string, { low: number; high: number }>>;

export type ZoneSide = "inside" | "below" | "above" | "unclear";

/** Where others see someone in relation to their role's zone. */
export type ZoneFinding = {
  verdict: "inside" | "outside" | "unclear";
  hats: { id: string; side: ZoneSide }[];
};

/**
 * Inside only where all of both hats' 95 % intervals lie in the zone, outside where all of one lies beyond its edge;
 * anything else cannot be told. null where a hat's figure is hidden or the zone leaves one out.
 */
export function zoneFinding(
  { hats }: Pick<ReportContent, "hats">,
  zone: Zone | null,
): ZoneFinding | null {
  if (!zone || hats.length === 0) return null;
  const sides: ZoneFinding["hats"] = [];
  for (const { id, estimates } of hats) {
    const others = estimates[OTHERS];
    const range = zone[id];
    if (!others?.shown || !range) return null;
    sides.push({ id, side: sideOf(others, range) });
  }
  const all = (side: ZoneSide) => sides.every((each) => each.side === side);
  const beyond = sides.some(({ side }) => side === "below" || side === "above");
  return { verdict: beyond ? "outside" : all("inside") ? "inside" : "unclear", hats: sides };
}

function sideOf(
  { low, high }: { low: number | null; high: number | null },
  zone: { low: number; high: number },
): ZoneSide {
  if (low === null || high === null) return "unclear";
  if (high < zone.low) return "below";
  if (low > zone.high) return "above";
  return low >= zone.low && high <= zone.high ? "inside" : "unclear";
}

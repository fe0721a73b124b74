import type { ReportFigures, Scale } from "@twohats/disclosure";
import { versatility } from "@twohats/psychometrics";
import { itemsOfHat, type Measure, scaleOf } from "~/features/questionnaires/domain/index.ts";
import { cautiousSpread, meanEllipse, usable } from "./intervals.ts";
import type { PooledSpreads } from "./pooled-spreads.ts";
import { OTHERS, type ReportContent, SELF } from "./report-content.ts";
import type { ReportParts } from "./report-parts.ts";

/** Where self and others see the two hats, from shown figures alone. */
export function balanceOf(
  measure: Measure,
  figures: ReportFigures,
  spreads: PooledSpreads,
  parts: ReportParts,
): ReportContent["balance"] {
  const [across, up] = measure.hats;
  const point = (groupId: string) => {
    const group = figures.figures.find((each) => each.id === groupId);
    const first = group?.hats[across];
    const second = group?.hats[up];
    if (!first?.shown || !second?.shown) return null;
    return {
      across: first.mean,
      up: second.mean,
      n: Math.min(first.n, second.n),
      known: { across: parts.hat(groupId, across), up: parts.hat(groupId, up) },
    };
  };
  const self = point(SELF);
  const others = point(OTHERS);
  const sure = [spreads.hats[across]?.across, spreads.hats[up]?.across, spreads.sum].map((spread) =>
    usable(spread),
  );
  const scale = scaleOf(measure, itemsOfHat(measure, across));
  const assumed = cautiousSpread(scale);
  // Where nothing is known the hats are taken as independent.
  const [first, second, sum] = sure.every((spread) => spread !== null)
    ? sure
    : [assumed, assumed, { ...assumed, sd: assumed.sd * Math.SQRT2 }];
  return {
    self: self && { across: self.across, up: self.up },
    others: others && {
      across: others.across,
      up: others.up,
      raters: others.n,
      ellipse: first && second && sum ? meanEllipse(first, second, sum, others) : null,
    },
    versatility: others && versatilityOf(others, scale),
  };
}

/**
 * Two means are all that versatility needs, so it tells nothing that they do not. Only where a right amount is in the
 * middle.
 */
function versatilityOf(
  others: { across: number; up: number; n: number },
  { low, high, centre }: Scale,
): { value: number; raters: number } | null {
  if (centre === undefined) return null;
  const found = versatility([others.across], [others.up], { low, right: centre, high });
  return found && { value: Math.round(found.versatility), raters: others.n };
}

import type { Sent } from "../../domain/assessments/evidence-of-talk.ts";
import { placed } from "../../domain/assessments/placement.ts";
import type { Outcome } from "../../domain/assessments/side-by-side.ts";
import {
  type Row,
  type Side,
  type Sides,
  sideBySide,
} from "../../domain/assessments/side-by-side.ts";
import type { Sheet } from "../store/sheet-store.server.ts";

/** What everybody sent about somebody, side by side; drafts are nobody's word. */
export function talkOf(
  competencies: readonly string[],
  sheets: readonly Sheet[],
  outcomes: ReadonlyMap<string, Outcome>,
): { rows: Row[]; sent: Sent } {
  const sides: Sides = { self: null, manager: null, second: null };
  const sent: Sent = {};
  for (const { part, levels, authorId, sentOn } of sheets) {
    if (sentOn === null) continue;
    sides[part] = placed(levels);
    sent[part] = { authorId, sentOn };
  }
  return { rows: sideBySide(competencies, sides, outcomes), sent };
}

export function isSide(part: string | null): part is Side {
  return part === "self" || part === "manager";
}

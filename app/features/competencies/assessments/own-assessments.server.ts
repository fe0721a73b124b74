import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isLaidOpen } from "../domain/assessments/assessment-readers.ts";
import { type Part, saidOf } from "../domain/assessments/placement.ts";
import { stillOpen } from "../domain/assessments/side-by-side.ts";
import { assessedByIds } from "./store/assessed-store.server.ts";
import { roundsAbout } from "./store/assessment-reads.server.ts";
import { outcomesAbout } from "./store/outcome-store.server.ts";
import { sheetsAbout, sheetsBy, viewsOf } from "./store/sheet-store.server.ts";
import { isSide, talkOf } from "./talks/talk-of.ts";

/** An assessment in which somebody has a part, as far as it is theirs to know. */
export type OwnAssessment = {
  sheetId: string;
  subjectId: string;
  part: Part;
  name: string;
  round: { id: string; name: string; closesOn: string | null };
  /** On how many competencies something was said, of how many. */
  said: number;
  of: number;
  /** What comes next: to write, to wait for the others, to talk; or it is over. */
  next: "write" | "wait" | "talk" | "over";
  /** What the other one proposed and waits for an answer to. */
  proposed: number;
};

/**
 * Every assessment in which somebody writes or talks, what waits for them first. Whether others have sent theirs is
 * told by nothing but that the talk begins.
 */
export async function ownAssessments(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<OwnAssessment[]> {
  if (actor.personId === null || actor.role === "leaver") return [];
  const own = await sheetsBy(tx, actor, actor.personId);
  if (own.length === 0) return [];
  const ids = own.map(({ subjectId }) => subjectId);
  const assessed = await assessedByIds(tx, actor, ids);
  const rounds = await roundsAbout(platform, tx, actor, assessed);
  const all = await sheetsAbout(tx, actor, ids);
  const outcomes = await outcomesAbout(tx, actor, ids);
  const byId = new Map(assessed.map((each) => [each.subjectId, each]));
  const found = own.flatMap((sheet): OwnAssessment[] => {
    const about = byId.get(sheet.subjectId);
    const round = about && rounds.get(about.roundId);
    if (!about || !round || round.state === "draft") return [];
    const sheets = all.get(about.subjectId) ?? [];
    const isOver = !round.takesWork || about.concludedOn !== null;
    const talks = isSide(sheet.part) && isLaidOpen(viewsOf(about, sheets));
    const { rows } = talkOf(about.competencies, sheets, outcomes.get(about.subjectId) ?? new Map());
    const proposed = stillOpen(rows).filter(
      ({ outcome }) => outcome?.kind === "proposed" && outcome.saidBy !== sheet.part,
    );
    const next = sheet.sentOn === null ? "write" : talks ? "talk" : "wait";
    return [
      {
        ...{ sheetId: sheet.id, subjectId: about.subjectId, part: sheet.part, name: about.name },
        round: { id: about.roundId, name: round.name, closesOn: round.closesOn },
        ...{ said: saidOf(sheet.levels, about.competencies), of: about.competencies.length },
        next: isOver ? "over" : next,
        proposed: talks && !isOver ? proposed.length : 0,
      },
    ];
  });
  const order = ["talk", "write", "wait", "over"];
  return found.sort((one, other) => order.indexOf(one.next) - order.indexOf(other.next));
}

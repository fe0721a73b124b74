import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { namesOfPeople } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayReadTalk, sideOf } from "../../domain/assessments/assessment-readers.ts";
import { type Row, type Side, stillOpen } from "../../domain/assessments/side-by-side.ts";
import type { Purpose } from "../../domain/purpose.ts";
import { assessedByIds } from "../store/assessed-store.server.ts";
import { roundsAbout } from "../store/assessment-reads.server.ts";
import { calibrationsOf } from "../store/calibration-store.server.ts";
import { outcomesAbout } from "../store/outcome-store.server.ts";
import { sheetsAbout, viewsOf } from "../store/sheet-store.server.ts";
import { isSide, talkOf } from "./talk-of.ts";

export type TalkRow = Omit<Row, "competency"> & {
  id: string;
  name: string;
  levels: { level: number; name: string; anchor: string | null }[];
  calibrated: { before: number; after: number; reason: string; decidedOn: string }[];
};

export type TalkPage = {
  subjectId: string;
  side: Side;
  /** Whom it is about, who leads them, and who else gave a view. */
  name: string;
  manager: string | null;
  second: string | null;
  round: { id: string; name: string; closesOn: string | null; purposes: Purpose[] };
  /** Whether something can still be said; alone, somebody who is placed by a second assessor only reads it. */
  isOpen: boolean;
  hasOther: boolean;
  concludedOn: string | null;
  rows: TalkRow[];
  /** How many competencies are to be talked about still. */
  left: number;
};

/** What two people said of one of them, side by side; for these two, once everybody has sent theirs. */
export async function talkPage(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  subjectId: string,
): Promise<TalkPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const [assessed] = await assessedByIds(tx, actor, [subjectId]);
    if (!assessed) return null;
    const sheets = (await sheetsAbout(tx, actor, [subjectId])).get(subjectId) ?? [];
    const views = viewsOf(assessed, sheets);
    const side = sideOf(actor.personId, views);
    if (!isSide(side) || !mayReadTalk(actor, views)) return null;
    const round = (await roundsAbout(platform, tx, actor, [assessed])).get(assessed.roundId);
    const framework =
      round && (await levelledFrameworkOf(tx, actor, round.framework, round.version));
    if (!round || !framework) throw new Error("an assessment without its round or framework");
    const outcomes = (await outcomesAbout(tx, actor, [subjectId])).get(subjectId) ?? new Map();
    const { rows } = talkOf(assessed.competencies, sheets, outcomes);
    const changed = Map.groupBy(
      await calibrationsOf(tx, actor, [subjectId]),
      (each) => each.competency,
    );
    const authors = new Map(sheets.map(({ part, authorId }) => [part, authorId]));
    const names = await namesOfPeople(
      tx,
      actor,
      [...authors.values()].flatMap((id) => id ?? []),
    );
    const nameOf = (part: "manager" | "second") => names.get(authors.get(part) ?? "") ?? null;
    const known = new Map(framework.competencies.map((each) => [each.id, each]));
    return {
      ...{ subjectId, side, name: assessed.name },
      ...{ manager: nameOf("manager"), second: nameOf("second") },
      round: {
        ...{ id: assessed.roundId, name: round.name, closesOn: round.closesOn },
        purposes: round.purposes,
      },
      hasOther: authors.has("manager"),
      isOpen: round.takesWork && assessed.concludedOn === null,
      concludedOn: assessed.concludedOn,
      left: stillOpen(rows).length,
      rows: rows.map(({ competency, ...row }) => {
        const found = known.get(competency);
        return {
          ...{ ...row, id: competency, name: found?.name ?? competency },
          levels: framework.levels.map((level, at) => ({
            ...{ level: at + 1, name: level.name, anchor: found?.anchors[at] ?? null },
          })),
          calibrated: (changed.get(competency) ?? []).map(
            ({ before, after, reason, decidedOn }) => ({ before, after, reason, decidedOn }),
          ),
        };
      }),
    };
  });
}

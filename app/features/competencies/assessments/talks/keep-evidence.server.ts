import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { evidenceOfTalk } from "../../domain/assessments/evidence-of-talk.ts";
import { aloneInRecording, insertEvidence } from "../../ledger/evidence-store.server.ts";
import { type Assessed, updateAssessed } from "../store/assessed-store.server.ts";
import type { AssessmentHalf } from "../store/assessment-store.server.ts";
import { outcomesAbout } from "../store/outcome-store.server.ts";
import type { Sheet } from "../store/sheet-store.server.ts";
import { talkOf } from "./talk-of.ts";

type Told = {
  assessed: Assessed;
  sheets: readonly Sheet[];
  round: Pick<AssessmentHalf, "framework" | "version" | "purposes"> & { name: string };
  /** The day on which it is over. */
  on: string;
  recordedBy: string | null;
};

/**
 * Puts what came of one person's assessment into the ledger, for the purposes they were told before, and ends it. In a
 * transaction that holds the assessment, so that it happens once. @returns how many pieces of evidence.
 */
export async function keepEvidence(
  tx: Tx,
  scope: { organisationId: string },
  { assessed, sheets, round, on, recordedBy }: Told,
): Promise<number> {
  const { subjectId, personId } = assessed;
  const outcomes = (await outcomesAbout(tx, scope, [subjectId])).get(subjectId) ?? new Map();
  const { rows, sent } = talkOf(assessed.competencies, sheets, outcomes);
  const { framework, version, purposes, name: title } = round;
  const evidence = evidenceOfTalk(rows, { sent, purposes, on, newId });
  await aloneInRecording(tx, scope, personId);
  await insertEvidence(
    tx,
    scope,
    evidence.map((each) => ({
      ...{ ...each, personId, framework, version, title, recordedBy },
      purposes: [...each.purposes],
    })),
  );
  await updateAssessed(tx, scope, subjectId, { concludedOn: on });
  return evidence.length;
}

import { createHash } from "node:crypto";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { checkInstrument } from "./check-instrument.ts";
import { type FollowUpPair, type FollowUpWords, followUpOf } from "./follow-up.ts";
import { instrumentById } from "./instrument-reads.server.ts";
import { keepFollowUpInstrument } from "./instrument-store.server.ts";

type Wanted = {
  /** The questionnaire that was asked before, and which of its questions are asked again, in their order. */
  of: string;
  items: readonly string[];
  wordsIn: (language: string) => FollowUpWords;
  now: Date;
};

/**
 * The questionnaire that asks some questions of another one again: made once, and the same for everybody who asks the
 * same. @returns its id, and where its questions stand in it; null where there is no such questionnaire.
 */
export async function keepFollowUp(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { of, items, wordsIn, now }: Wanted,
): Promise<{ id: string; pairs: FollowUpPair[] } | null> {
  const source = await instrumentById(tx, { organisationId }, of);
  if (!source) return null;
  const draft = followUpOf(source.instrument, items, { key: "follow-up", wordsIn });
  // Its words are part of its name: said in other words, it is another one, as a version never changes.
  const print = createHash("sha256")
    .update(JSON.stringify([of, draft]))
    .digest("hex");
  const instrument = { ...draft.instrument, key: `follow-up-f${print.slice(0, 24)}` };
  const [problem] = checkInstrument(source.framework, instrument);
  if (problem) throw new Error(`a follow-up that can't be asked: ${problem.code} ${problem.at}`);
  const id = await keepFollowUpInstrument(
    tx,
    { organisationId },
    { id: newId(), of, instrument, now },
  );
  return { id, pairs: draft.pairs };
}

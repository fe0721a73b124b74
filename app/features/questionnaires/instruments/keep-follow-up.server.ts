import { createHash } from "node:crypto";
import type { Framework } from "~/features/frameworks/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { checkInstrument } from "./check-instrument.ts";
import { fewChoices } from "./few-choices.ts";
import { type FollowUpPair, type FollowUpWords, followUpOf } from "./follow-up.ts";
import type { Instrument } from "./instrument.ts";
import { instrumentById } from "./instrument-reads.server.ts";
import { keepFollowUpInstrument } from "./instrument-store.server.ts";
import { type SuggestionWords, suggestionsOf } from "./suggestions.ts";

type Wanted<Words> = {
  /** The questionnaire that was asked before, and which of its questions are asked again, in their order. */
  of: string;
  items: readonly string[];
  wordsIn: (language: string) => Words;
  now: Date;
};

/**
 * The questionnaire that asks some questions of another one again: made once, and the same for everybody who asks the
 * same. @returns its id, and where its questions stand in it; null where there is no such questionnaire.
 */
export async function keepFollowUp(
  tx: Tx,
  scope: OrganisationScope,
  { of, items, wordsIn, now }: Wanted<FollowUpWords>,
): Promise<{ id: string; pairs: FollowUpPair[] } | null> {
  const source = await instrumentById(tx, scope, of);
  if (!source) return null;
  const draft = followUpOf(source.instrument, items, { key: "follow-up", wordsIn });
  const id = await keepMade(tx, scope, { of, draft, now, framework: source.framework });
  return { id, pairs: draft.pairs };
}

/**
 * The questionnaire that asks for a suggestion for some behaviours of another one: made once, and the same for
 * everybody who asks for the same. @returns its id; null where there is no such questionnaire.
 */
export async function keepSuggestions(
  tx: Tx,
  scope: OrganisationScope,
  { of, items, wordsIn, now }: Wanted<SuggestionWords>,
): Promise<{ id: string } | null> {
  const source = await instrumentById(tx, scope, of);
  if (!source) return null;
  const draft = { instrument: suggestionsOf(source.instrument, items, wordsIn) };
  return { id: await keepMade(tx, scope, { of, draft, now, framework: source.framework }) };
}

/**
 * A questionnaire of a few choices in words of their own, over the framework of another one: made once, and the same
 * for everybody who asks the same. @returns its id; null where there is no such other one.
 */
export async function keepFewChoices(
  tx: Tx,
  scope: OrganisationScope,
  { of, now, ...asked }: { of: string; now: Date } & Parameters<typeof fewChoices>[1],
): Promise<{ id: string } | null> {
  const source = await instrumentById(tx, scope, of);
  if (!source) return null;
  const draft = { instrument: fewChoices(source.instrument, asked) };
  return { id: await keepMade(tx, scope, { of, draft, now, framework: source.framework }) };
}

type Made = { of: string; draft: { instrument: Instrument }; framework: Framework; now: Date };

async function keepMade(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { of, draft, framework, now }: Made,
): Promise<string> {
  // Its words are part of its name: said in other words, it is another one, as a version never changes.
  const print = createHash("sha256")
    .update(JSON.stringify([of, draft]))
    .digest("hex");
  const key = `${draft.instrument.key}-f${print.slice(0, 24)}`;
  const instrument = { ...draft.instrument, key };
  const [problem] = checkInstrument(framework, instrument);
  if (problem) throw new Error(`a follow-up that can't be asked: ${problem.code} ${problem.at}`);
  return keepFollowUpInstrument(tx, { organisationId }, { id: newId(), of, instrument, now });
}

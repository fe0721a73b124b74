import { z } from "zod";
import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import {
  accept,
  type Outcome,
  type Problems,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { validUntil } from "../domain/expiry.ts";
import { problemsOfEvidence } from "../domain/problems-of-evidence.ts";
import { purposes } from "../domain/purpose.ts";
import { mayRecord, recordedByOthers } from "../policy.ts";
import { personToRead } from "../reach/level-reach.server.ts";
import { renewedEvidence } from "./evidence-reads.server.ts";
import { aloneInRecording, insertEvidence, saidAlready } from "./evidence-store.server.ts";

const day = z.iso.date();
const words = (longest: number) => z.string().trim().max(longest).default("");

/** What somebody says of a level, their own or that of somebody they lead. */
export const recordInput = z.object({
  source: z.enum(["self", ...recordedByOthers]),
  framework: z.string().min(1).max(300),
  version: z.int().min(1),
  competency: z.string().min(1).max(300),
  level: z.int().min(1).max(10),
  saidOn: day.optional(),
  /** The last day of a certificate, or for how many months it is good. */
  expiresOn: day.optional(),
  months: z.int().min(1).max(600).optional(),
  purposes: z.array(z.enum(purposes)).min(1),
  title: words(200),
  words: words(4_000),
});

export type RecordInput = z.output<typeof recordInput>;
export type RecordOutcome = Outcome<{ id: string }, "unknown"> | Problems;

/**
 * Adds a piece of evidence to what is known of somebody: their own word, or what someone who leads them saw or was
 * shown. A certificate or test of the same name takes the place of the one before. Nothing is ever changed by it.
 */
export async function recordEvidence(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
  input: RecordInput,
): Promise<RecordOutcome> {
  return inOrganisation(platform, actor, async (tx): Promise<RecordOutcome> => {
    const person = await personToRead(tx, actor, personId);
    if (person?.status !== "active") return refuse("unknown");
    if (!mayRecord(actor, person.levelsOf, input.source)) return refuse("unknown");
    const framework = await levelledFrameworkOf(tx, actor, input.framework, input.version);
    const today = await todayWhere(platform, tx, actor);
    const saidOn = input.saidOn ?? today;
    const problems = problemsOfEvidence({ ...input, saidOn }, framework, today);
    if (problems.length > 0) return refuseInput(...problems);
    await aloneInRecording(tx, actor, personId);
    const said = { ...input, saidOn, personId, recordedBy: actor.personId };
    // A second press of the button, or of another tab's, says nothing more.
    const already = await saidAlready(tx, actor, said);
    if (already !== null) return accept({ id: already });
    const id = newId();
    await insertEvidence(tx, actor, [await row(tx, actor, personId, id, { ...input, saidOn })]);
    await recordAudit(platform, tx, actor, {
      action: "evidence.recorded",
      subjectKind: "person",
      subjectId: personId,
      detail: { source: input.source, evidence: id },
    });
    return accept({ id });
  });
}

type Dated = RecordInput & { saidOn: string };

async function row(tx: Tx, actor: Actor, personId: string, id: string, input: Dated) {
  const { framework, version, competency, source, level, title, words: seen } = input;
  const isSaid = source === "self" || source === "observation";
  // A test taken again counts once, as a certificate does.
  const before = isSaid ? [] : await renewedEvidence(tx, actor, { personId, ...input });
  return {
    ...{ id, personId, framework, version, competency, source, level, title, words: seen },
    ...{ saidOn: input.saidOn, purposes: input.purposes },
    expiresOn: source === "certificate" ? lastDay(input, before) : null,
    ...{ saidBy: isSaid ? actor.personId : null, recordedBy: actor.personId },
    replaces: before.map((each) => each.id),
  };
}

function lastDay(
  { saidOn, expiresOn, months }: Dated,
  renewed: readonly { expiresOn: string | null }[],
): string | null {
  if (expiresOn !== undefined || months === undefined) return expiresOn ?? null;
  const ends = renewed.flatMap((each) => each.expiresOn ?? []).sort();
  return validUntil({ saidOn, months, before: ends.at(-1) ?? null });
}

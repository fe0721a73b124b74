import { type Actor, isLimited } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import {
  type InstrumentChoice,
  instrumentChoices,
} from "~/features/questionnaires/index.server.ts";
import { policyForList } from "~/features/rounds/domain/index.ts";
import {
  type AskedCounts,
  askedCounts,
  firstSubject,
  invitationSubject,
  type LetterMistake,
  letterMistakes,
} from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { type SetupCounts, setupCounts } from "../cycle/setup-counts-reads.server.ts";
import { policyOf } from "../cycle/setup-reads.server.ts";
import { type LaunchObstacle, launchObstacles } from "../domain/cycle-setup.ts";

export function instrumentsToChoose(platform: Platform, actor: Actor): Promise<InstrumentChoice[]> {
  return inOrganisation(platform, actor, (tx) => instrumentChoices(platform, tx, actor));
}

export type SetupPage = {
  cycle: CycleView;
  instrument: InstrumentChoice | null;
  counts: SetupCounts;
  asked: AskedCounts;
  /**
   * Raters who count that an anonymous group needs: usually, and where nobody else agreed to what a participant shaped.
   */
  minimum: { usual: number; shaped: number };
  /** Somebody who takes part, and the minimum that their raters are told; where nobody does, the usual one. */
  example: { name: string | null; minimum: number };
  /** The organisation's time zone, such as "Europe/Oslo". */
  zone: string;
  obstacles: LaunchObstacle[];
  /** Whether everyone can take part, rather than people of some units. */
  whole: boolean;
  /** What stands in double braces in its letters and means nothing there. */
  letterMistakes: LetterMistake[];
  /** In the questionnaire's own language, with its placeholders. */
  invitationSubject: string;
  /** How letters leave this server, if they do. */
  mail: Platform["mailer"]["kind"];
};

/** A cycle before launch, with all that its steps show; null when there is none, or it is not for this actor. */
export function setupPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<SetupPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle) return null;
    const { raterLimits: limits, requestCap: cap } = cycle.rules;
    const key = { organisationId: actor.organisationId, id: cycleId };
    const policy = await policyOf(tx, actor, cycleId);
    const minimum = { usual: policy.minimum, shaped: policyForList(policy, "shaped").minimum };
    const first = await firstSubject(tx, actor, cycleId);
    const counts = await setupCounts(tx, actor, { cycleId, minimum, limits });
    const asked = await askedCounts(tx, actor, { roundId: cycleId, cap });
    const choices = await instrumentChoices(platform, tx, actor, cycle.instrumentId);
    const zone = await organisationZone(tx, actor);
    const facts = { ...cycle, ...counts, overCap: asked.overCap };
    return {
      cycle,
      instrument: choices.find((each) => each.id === cycle.instrumentId) ?? null,
      counts,
      asked,
      minimum,
      example: {
        name: first?.name ?? null,
        minimum: policyForList(policy, first?.list ?? "given").minimum,
      },
      zone,
      whole: !isLimited(actor),
      obstacles: launchObstacles(facts, todayFor(platform, zone)),
      letterMistakes: await letterMistakes(tx, key),
      invitationSubject: await invitationSubject(tx, { ...key, ...cycle }),
      mail: platform.mailer.kind,
    };
  });
}

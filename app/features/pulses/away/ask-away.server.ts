import { z } from "zod";
import { mayHavePlan } from "~/features/development/index.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { instrumentChoices, keepFewChoices } from "~/features/questionnaires/index.server.ts";
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
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { inviteAgain, makeRoundAgain } from "../asking/ask-again.server.ts";
import { type Away, faultOfAway } from "../domain/away/absence.ts";
import { awayTurn } from "../domain/away/away-turn.ts";
import { insertAwayTest } from "./away-store.server.ts";
import { awayInvitation, awayName, awayWords } from "./away-words.server.ts";
import { plannedAway } from "./planned-away.server.ts";

const own = z.enum(["1", "2", "3", "0"], "missing").transform(Number);

/** When somebody was away, and what they say themselves; `team` is the one that the page showed. */
export const askAwayInput = z.object({
  team: z.string(),
  firstDay: z.iso.date("missing"),
  lastDay: z.iso.date("missing"),
  plan: own,
  beyond: own,
  stopped: own,
});

type AskOutcome =
  | Outcome<
      { id: string },
      "not-allowed" | "no-team" | "other-team" | "few" | "running" | "asked" | "nearly-same"
    >
  | Problems;

/**
 * Asks everybody whom whoever asks leads the three questions, in one transaction, once they answered these themselves:
 * what they said stands, and nobody can change it later. Sent twice it is one.
 */
export function askAway(
  platform: Platform,
  actor: Actor,
  { team, firstDay, lastDay, ...said }: z.output<typeof askAwayInput>,
): Promise<AskOutcome> {
  const away = { firstDay, lastDay };
  return inOrganisation(platform, actor, async (tx): Promise<AskOutcome> => {
    if (!mayHavePlan(actor)) return refuse("not-allowed");
    const planned = await plannedAway(platform, tx, actor);
    if (!planned) return refuse("no-team");
    const { today, policy, counting, workingDays, before } = planned;
    const ids = planned.team.map(({ personId }) => personId);
    const turn = awayTurn(ids, before, { today, minimum: policy.minimum, away });
    if (turn.kind !== "now") return refuse(turn.kind);
    if (planned.mark !== team) return refuse("other-team");
    const fault = faultOfAway(away, today, workingDays);
    if (fault) return refuseInput({ field: "lastDay", code: fault });
    if (counting < policy.minimum) return refuse("few");
    const key = { organisationId: actor.organisationId, id: newId() };
    await makeRoundAgain(platform, tx, actor, key, {
      ...{ kind: "away", nameOf: awayName, today, raters: planned.team },
      // The list is the org tree's: nobody chose who is on it.
      report: { personId: planned.personId, policy, list: "given" },
      instrumentId: await questionnaire(platform, tx, actor, away),
    });
    const isFirst = await insertAwayTest(tx, {
      ...{ organisationId: key.organisationId, roundId: key.id, personId: planned.personId },
      ...{ firstDay, lastDay, asked: ids.length },
      own: [said.plan, said.beyond, said.stopped],
    });
    if (!isFirst) throw new PressedTwice();
    await inviteAgain(platform, tx, key, planned.team, (language) =>
      awayInvitation(language, away),
    );
    await recordAudit(platform, tx, actor, {
      ...{ action: "away.asked", subjectKind: "away", subjectId: key.id },
      detail: { asked: ids.length },
    });
    return accept({ id: key.id });
  }).catch((error: unknown) => {
    if (error instanceof PressedTwice) return refuse("running");
    throw error;
  });
}

/** Another press was first: what this one made is taken back with its transaction. */
class PressedTwice extends Error {}

async function questionnaire(
  platform: Platform,
  tx: Tx,
  actor: Actor,
  away: Away,
): Promise<string> {
  // Any will do: a questionnaire is over a framework, and these questions are of none of its competencies.
  const [source] = await instrumentChoices(platform, tx, actor);
  const made =
    source &&
    (await keepFewChoices(tx, actor, {
      ...{
        of: source.id,
        key: "away",
        languages: ["en", ...languages.filter((each) => each !== "en")],
      },
      ...{ wordsIn: (language) => awayWords(language, away), now: platform.clock.now() },
    }));
  if (!made) throw new Error("an organisation without a questionnaire");
  return made.id;
}

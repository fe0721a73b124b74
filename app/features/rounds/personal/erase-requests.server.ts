import type { Actor } from "~/features/identity/index.ts";
import type { Counted, Hindrance, KnownPerson, Step } from "~/platform/feature/personal.ts";
import { wholeWords } from "~/platform/search/whole-words.ts";
import { forgetAnswers } from "../answering/forgotten-answers-store.server.ts";
import { isOver } from "../domain/round.ts";
import { updateRequest } from "../store/request-store.server.ts";
import { holdRounds } from "./hold-rounds.server.ts";
import { requestsTo, roundsTakenPartIn, subjectsLookedAfter } from "./personal-reads.server.ts";
import {
  dropRequest,
  forgetInHeldLetters,
  forgetInRoundNames,
  forgetLinks,
  forgetSubjects,
} from "./personal-store.server.ts";

/**
 * Whoever takes part in a round that is not over leaves it first. What is asked of them is taken back as from anyone
 * taken off a list: answers go, without a word on whether there were any. What closed rounds told stays as it was
 * told.
 */
export const eraseRequests: Step<Actor, KnownPerson> = {
  hold: holdRounds,
  look: async (_platform, tx, actor, { personId }) => {
    const takesPart = await roundsTakenPartIn(tx, actor, personId);
    const asked = await requestsTo(tx, actor, personId);
    const hindrances: Hindrance[] = [
      ...takesPart
        .filter(({ withdrawn, roundState }) => !withdrawn && !isOver(roundState))
        .map(({ roundName }) => ({
          word: "rounds:personal.takesPartStill",
          values: { round: roundName },
        })),
      // Answers are being counted: whoever is taken off now might be counted or not.
      ...[...new Set(asked.filter(isClosing).map(({ roundName }) => roundName))].map((round) => ({
        word: "rounds:personal.closing",
        values: { round },
      })),
    ];
    const { managed, coached } = await subjectsLookedAfter(tx, actor, personId);
    const open = asked.filter(({ roundState, state }) => !isOver(roundState) && isOpen(state));
    const counts: Counted[] = [
      { word: "rounds:personal.withdrawn", count: open.length },
      { word: "rounds:personal.nameless", count: takesPart.length },
      { word: "rounds:personal.lookedAfter", count: Math.max(managed, coached) },
    ];
    return { hindrances, counts: counts.filter(({ count }) => count > 0) };
  },

  carryOut: async ({ secret }, tx, actor, { personId, names, addresses, pseudonym }) => {
    const { organisationId } = actor;
    const asked = await requestsTo(tx, actor, personId);
    for (const { id, state, roundId, roundState, subjectId } of asked) {
      if (isOver(roundState)) {
        await updateRequest(tx, actor, id, { declineReason: null });
        continue;
      }
      if (state === "chosen") await dropRequest(tx, actor, id);
      else await updateRequest(tx, actor, id, { state: "withdrawn", declineReason: null });
      await forgetAnswers(tx, secret, { organisationId, roundId, subjectId, personId });
    }
    await forgetLinks(tx, { organisationId, personId });
    await forgetSubjects(tx, { organisationId, personId }, pseudonym);
    const words = wholeWords([...names, ...addresses]);
    await forgetInRoundNames(tx, { organisationId, personId }, words, pseudonym);
    await forgetInHeldLetters(tx, actor, words, pseudonym);
  },
};

function isClosing({ roundState, state }: { roundState: string; state: string }): boolean {
  return roundState === "closing" && isOpen(state);
}

function isOpen(state: string): boolean {
  return state === "chosen" || state === "invited" || state === "declined";
}

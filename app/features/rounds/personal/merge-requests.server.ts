import { holdsOn, organisationStanding } from "~/features/identity/index.server.ts";
import { type Actor, waitFor } from "~/features/identity/index.ts";
import { withdrawLettersTo } from "~/features/letters/index.server.ts";
import { addressSince, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Counted, Hindrance, Step, TwoRecords } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { forgetAnswers } from "../answering/forgotten-answers-store.server.ts";
import { type Disposal, disposalOf } from "../domain/merge-requests.ts";
import { sendInvitations } from "../letters/invitation-letters.server.ts";
import { wasToldDone } from "../progress/progress-reads.server.ts";
import { requestLoad } from "../reads/load-reads.server.ts";
import { invitationFor } from "../store/invitation-store.server.ts";
import { lockRound } from "../store/round-store.server.ts";
import { holdRounds } from "./hold-rounds.server.ts";
import {
  type RequestTo,
  requestsTo,
  roundsTakenPartIn,
  subjectsLookedAfter,
} from "./personal-reads.server.ts";
import { dropRequest, forgetLinks, giveRequest } from "./personal-store.server.ts";

const DAY_MS = 86_400_000;

/**
 * Whoever took part, answered, declined or looks after others is not merged away; what is only asked of them moves.
 * All that is said of answers is what was last told: looking twice tells nobody when somebody answers.
 */
export const mergeRequests: Step<Actor, TwoRecords> = {
  hold: holdRounds,
  look: async (platform, tx, actor, pair) => {
    const hindrances: Hindrance[] = [];
    for (const { roundName } of await roundsTakenPartIn(tx, actor, pair.goes))
      hindrances.push({ word: "rounds:personal.takesPart", values: { round: roundName } });
    const { managed, coached } = await subjectsLookedAfter(tx, actor, pair.goes);
    if (managed > 0) hindrances.push({ word: "rounds:personal.manages" });
    if (coached > 0) hindrances.push({ word: "rounds:personal.coaches" });
    const sorted = await sortedRequests(tx, actor, pair);
    for (const { request, disposal } of sorted)
      if (disposal === "over" || disposal === "declined" || disposal === "own")
        hindrances.push({
          word: `rounds:personal.${disposal}`,
          values: { round: request.roundName },
        });
    const open = sorted.filter(({ request }) => request.roundState === "collecting");
    for (const [id, own] of Map.groupBy(open, ({ request }) => request.roundId)) {
      const pairs = own.map(({ request: { subjectId } }) => ({ personId: pair.goes, subjectId }));
      const round = { organisationId: actor.organisationId, id };
      if (await wasToldDone(tx, round, platform.secret, pairs))
        hindrances.push({
          word: "rounds:personal.answered",
          values: { round: own[0]?.request.roundName ?? "" },
        });
    }
    const moving = sorted.filter(({ disposal }) => disposal === "moves");
    if (moving.length > 0) {
      const [person] = await peopleByIds(tx, actor, [pair.stays]);
      if (person?.status !== "active") hindrances.push({ word: "rounds:personal.inactive" });
    }
    if (moving.some(({ request }) => request.roundState === "collecting"))
      hindrances.push(...(await addressTooNew(platform, tx, actor, pair)));
    const count = (of: Disposal) => sorted.filter(({ disposal }) => disposal === of).length;
    const counts: Counted[] = [
      { word: "rounds:personal.moves", count: count("moves") },
      { word: "rounds:personal.drops", count: count("drops") },
    ];
    return { hindrances, counts: counts.filter((each) => each.count > 0) };
  },

  carryOut: async (platform, tx, actor, pair) => {
    const { goes, stays, address: former } = pair;
    const { organisationId } = actor;
    const sorted = await sortedRequests(tx, actor, pair);
    const [person] = await peopleByIds(tx, actor, [stays]);
    await forgetLinks(tx, { organisationId, personId: goes });
    if (former) await withdrawLettersTo(tx, actor, [former]);
    const late = new Set<string>();
    for (const { request, disposal } of sorted) {
      const { id, roundId, subjectId } = request;
      await forgetAnswers(tx, platform.secret, {
        ...{ organisationId, roundId, subjectId },
        personId: goes,
      });
      if (disposal !== "moves") await dropRequest(tx, actor, id);
      else {
        await giveRequest(tx, actor, id, stays);
        if (request.state === "invited") late.add(roundId);
      }
    }
    for (const id of late) {
      const round = await lockRound(tx, actor, id);
      if (round?.state !== "collecting" || !person?.email) continue;
      const load = await requestLoad(tx, actor, id, [stays]);
      const requests = load.get(stays)?.here ?? 1;
      const invitationId = await invitationFor(tx, round, stays, platform.clock.now());
      const { name, email: address, language } = person;
      await sendInvitations(platform, tx, round, [
        { name, address, language, invitationId, requests },
      ]);
    }
  },
};

async function sortedRequests(
  tx: Tx,
  actor: Actor,
  { goes, stays }: TwoRecords,
): Promise<{ request: RequestTo; disposal: Disposal }[]> {
  const kept = await requestsTo(tx, actor, stays);
  const askedAlready = new Set(kept.map(({ roundId, subjectId }) => `${roundId} ${subjectId}`));
  return (await requestsTo(tx, actor, goes)).map((request) => ({
    request,
    disposal: disposalOf(request, {
      asks: actor.personId,
      stays,
      asked: askedAlready.has(`${request.roundId} ${request.subjectId}`),
    }),
  }));
}

/**
 * What is asked of one record reaches another by its address. So that nobody makes a record for an address of their
 * own and lets a request move to it, that address has to be older than the wait of a changed one, and not wait itself.
 */
async function addressTooNew(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  { stays, address }: TwoRecords,
): Promise<Hindrance[]> {
  const [person] = await peopleByIds(tx, actor, [stays]);
  // Without one of its own it takes over the other's.
  if (!person?.email || person.email === address) return [];
  const now = clock.now();
  const { addressWait } = await organisationStanding(tx, actor);
  const days = waitFor(addressWait, now);
  const since = await addressSince(tx, actor, stays);
  const known = since !== null && since.getTime() + days * DAY_MS <= now.getTime();
  const held = (await holdsOn(tx, actor, [stays], now)).size > 0;
  return known && !held ? [] : [{ word: "rounds:personal.newAddress", values: { days } }];
}

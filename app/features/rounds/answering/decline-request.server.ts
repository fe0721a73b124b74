import { recordAudit } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Declined, isAskedWhyOf, storedDecline } from "../domain/decline.ts";
import type { RaterActor } from "../domain/rater.ts";
import { updateRequest } from "../store/request-store.server.ts";
import { lockRound } from "../store/round-store.server.ts";
import { type DeclinableRequest, declinableRequest } from "./decline-reads.server.ts";
import { forgetAnswers } from "./forgotten-answers-store.server.ts";

/** The request a rater is about to decline or to take up again; null when there is none. */
export function requestToDecline(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
): Promise<DeclinableRequest | null> {
  return inOrganisation(platform, rater, (tx) => declinableRequest(tx, rater, requestId));
}

/**
 * A rater would rather not give feedback. What they had answered is deleted at once; until the round closes they may
 * answer after all.
 */
export function declineRequest(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  given: Declined,
): Promise<Outcome<void, "unknown" | "closed">> {
  return changeRequest(platform, rater, requestId, async (tx, request) => {
    const { organisationId, personId } = rater;
    const { roundId, subjectId } = request;
    await updateRequest(tx, rater, request.id, {
      state: "declined",
      declineReason: storedDecline(given),
    });
    await forgetAnswers(tx, platform.secret, { organisationId, roundId, subjectId, personId });
    if (!request.declined) await record(platform, tx, rater, request, "rater.declined");
    return { ok: true };
  });
}

/** Takes a declined request up again. Nothing that was deleted comes back. */
export function answerAfterAll(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
): Promise<Outcome<void, "unknown" | "closed">> {
  return changeRequest(platform, rater, requestId, async (tx, request) => {
    if (!request.declined) return { ok: true };
    await updateRequest(tx, rater, request.id, { state: "invited", declineReason: null });
    await record(platform, tx, rater, request, "rater.took-up-again");
    return { ok: true };
  });
}

async function changeRequest<Reason extends string>(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  change: (tx: Tx, request: DeclinableRequest) => Promise<Outcome<void, Reason>>,
): Promise<Outcome<void, Reason | "unknown" | "closed">> {
  return inOrganisation(platform, rater, async (tx) => {
    const found = await declinableRequest(tx, rater, requestId);
    if (!found) return refuse("unknown");
    // Nobody saves an answer, replaces this rater or closes the round meanwhile.
    const round = await lockRound(tx, rater, found.roundId);
    if (round?.state !== "collecting") return refuse("closed");
    const request = await declinableRequest(tx, rater, requestId);
    return request ? change(tx, request) : refuse("unknown");
  });
}

/** Where nobody is asked why, nobody is told either: not even that one of them declined, or when. */
async function record(
  platform: Platform,
  tx: Tx,
  { organisationId }: RaterActor,
  request: DeclinableRequest,
  action: string,
): Promise<void> {
  const { subjectId } = request;
  if (subjectId === null || !isAskedWhyOf(request)) return;
  await recordAudit(
    platform,
    tx,
    { organisationId, accountId: null },
    { action, subjectKind: "participant", subjectId },
  );
}

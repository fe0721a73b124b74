import { z } from "zod";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { RaterActor } from "../domain/rater.ts";
import { type Shut, standingOf } from "../domain/standing.ts";
import { deviceMark, handOverCode, isHandOverCode } from "../pseudonyms/device.server.ts";
import { pseudonymWith } from "../pseudonyms/pseudonym.server.ts";
import { requestById } from "../reads/rater-reads.server.ts";
import { handToDevice, responsesOfPair } from "./device-store.server.ts";

export type HandOver = { name: string; relationship: string | null; code: string | null };

/** The code that hands what this device wrote over to another; null where it wrote nothing. */
export function offerHandOver(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
): Promise<Outcome<HandOver, "unknown" | Shut>> {
  return withPair(platform, rater, requestId, async ({ tx, request, key }) => {
    const own = (await responsesOfPair(tx, key)).find(({ device }) => device?.equals(key.device));
    const { relationship } = request;
    const name = request.subjectName ?? request.roundName;
    const code = own ? handOverCode(platform.secret, own.id, platform.clock.now()) : null;
    return accept({ name, relationship, code });
  });
}

export const takeOverInput = z.object({ code: z.string().catch("") });

/** Makes this device the one that shows what another wrote, by the code which that one shows. */
export function takeOver(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  typed: string,
): Promise<Outcome<void, "unknown" | "wrong-code" | Shut>> {
  return withPair(platform, rater, requestId, async ({ tx, key }) => {
    const meant = (await responsesOfPair(tx, key)).find(({ id }) =>
      isHandOverCode(platform.secret, id, platform.clock.now(), typed),
    );
    if (!meant) return refuse("wrong-code");
    await handToDevice(tx, key, meant.id);
    return { ok: true };
  });
}

type Found = {
  tx: Parameters<Parameters<typeof inOrganisation>[2]>[0];
  request: NonNullable<Awaited<ReturnType<typeof requestById>>>;
  key: Parameters<typeof handToDevice>[1];
};

function withPair<Result>(
  platform: Platform,
  rater: RaterActor,
  requestId: string,
  work: (found: Found) => Promise<Result>,
): Promise<Result | { ok: false; reason: "unknown" | Shut }> {
  return inOrganisation(platform, rater, async (tx) => {
    const request = await requestById(tx, rater, requestId, true);
    if (!request || rater.device === null) return refuse("unknown");
    const standing = standingOf(request, todayFor(platform, request.zone));
    if (standing !== "open" || !request.salt)
      return refuse(standing === "open" ? "closed" : standing);
    const { roundId, subjectId } = request;
    const { organisationId, personId, device } = rater;
    const pseudonym = pseudonymWith(request.salt, platform.secret, { personId, subjectId });
    const mark = deviceMark(device, pseudonym);
    return work({
      tx,
      request,
      key: { organisationId, roundId, subjectId, pseudonym, device: mark },
    });
  });
}

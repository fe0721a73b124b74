import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { AUDIENCES, MODES } from "../domain/information.ts";
import { saveAnswer, withdrawAnswers } from "../store/answer-store.server.ts";
import { ownStanding } from "./own-standing.server.ts";

/** `mode`: what whoever answers was asked for. */
export const answerTextInput = z.object({
  audience: z.enum(AUDIENCES),
  number: z.coerce.number().int().min(1),
  mode: z.enum(MODES),
});

/**
 * Notes that whoever asks has seen a text, or agrees to it, by day. Only the version that holds: another one came
 * meanwhile, and they see that first. It leaves no audit record, as signing in leaves none: a record has a time.
 */
export function answerText(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { audience, number, mode }: z.output<typeof answerTextInput>,
): Promise<Outcome<void, "changed">> {
  return inOrganisation(platform, actor, async (tx) => {
    const { holds } = await ownStanding(tx, actor);
    const version = holds.find((each) => each.audience === audience);
    if (version?.number !== number || version.mode !== mode) return refuse("changed");
    const answeredOn = todayFor(platform, await organisationZone(tx, actor));
    await saveAnswer(tx, actor, { audience, number, agreed: mode === "agreed", answeredOn });
    return { ok: true };
  });
}

export const withdrawInput = z.object({ audience: z.enum(AUDIENCES) });

/**
 * Takes back what whoever asks agreed to. Where it has to be agreed to, nothing but their account opens from then on,
 * until they agree again; what is stored stays for as long as it would have.
 */
export function withdrawAgreement(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { audience }: z.output<typeof withdrawInput>,
): Promise<Outcome<void, "nothing">> {
  return inOrganisation(platform, actor, async (tx) => {
    const today = todayFor(platform, await organisationZone(tx, actor));
    const withdrawn = await withdrawAnswers(tx, actor, audience, today);
    return withdrawn ? { ok: true } : refuse("nothing");
  });
}

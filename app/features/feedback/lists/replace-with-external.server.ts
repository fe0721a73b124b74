import type { Actor } from "~/features/identity/index.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayReplaceRaters } from "../domain/nomination.ts";
import {
  askExternal,
  type ExternalRefusal,
  type ExternalTyped,
  keepingNobodyUnasked,
} from "./ask-external.server.ts";
import { changeNomination } from "./nomination-change.server.ts";
import { freePlace, type ReplaceRefusals, standIn } from "./replace-rater.server.ts";

export type ReplaceExternalOutcome = Outcome<void, ReplaceRefusals> | ExternalRefusal;

/**
 * Asks someone from outside in place of a rater who declined or left. The address of a colleague is answered
 * with that colleague; nothing is stored unless they end up on the list.
 */
export function replaceWithExternal(
  platform: Platform,
  actor: Actor,
  participantId: string,
  raterId: string,
  typed: ExternalTyped,
): Promise<ReplaceExternalOutcome> {
  return keepingNobodyUnasked<ReplaceExternalOutcome, ReplaceRefusals>(
    changeNomination<ReplaceExternalOutcome>(
      platform,
      actor,
      participantId,
      mayReplaceRaters,
      async (tx, found) => {
        const place = await freePlace(tx, actor, found, raterId);
        if (!place.ok) return place;
        return askExternal(platform, tx, actor, found, typed, (personId) =>
          standIn(platform, tx, actor, found, { ...place.value, personId }),
        );
      },
    ),
  );
}

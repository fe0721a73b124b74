import type { Actor } from "~/features/identity/index.ts";
import type { Outcome } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type AddRefusals, mayAdd, putOnList } from "../lists/add-rater.server.ts";
import {
  askExternal,
  type ExternalRefusal,
  type ExternalTyped,
  keepingNobodyUnasked,
} from "../lists/ask-external.server.ts";
import { changeNomination } from "../lists/nomination-change.server.ts";

export type AddExternalOutcome = Outcome<void, AddRefusals> | ExternalRefusal;

/**
 * Asks someone from outside by name and address. The address of a colleague is answered with that colleague, who can then be
 * asked as such; nothing is stored unless they end up on the list.
 */
export function addExternalRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  typed: ExternalTyped,
): Promise<AddExternalOutcome> {
  return keepingNobodyUnasked<AddExternalOutcome, AddRefusals>(
    changeNomination<AddExternalOutcome>(platform, actor, participantId, mayAdd, (tx, found) =>
      askExternal(platform, tx, actor, found, typed, (personId) =>
        putOnList(platform, tx, actor, found, { personId, relationship: "outside" }),
      ),
    ),
  );
}

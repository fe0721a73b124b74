import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { replaceRater } from "../lists/replace-rater.server.ts";
import { replaceWithExternal } from "../lists/replace-with-external.server.ts";
import { withdrawRater } from "../lists/withdraw-rater.server.ts";
import { addExternalRater } from "./add-external-rater.server.ts";
import { approveNomination } from "./approve-nomination.server.ts";
import { removeRater, submitNomination } from "./choose-raters.server.ts";
import { returnNomination } from "./return-nomination.server.ts";

/** Does what a form of the nomination page asks for; null for what it has no form for. */
export function changeByForm(
  platform: Platform,
  actor: Actor,
  participantId: string,
  field: (name: string) => string,
) {
  const rater = field("rater");
  const relationship = field("relationship");
  const personId = field("person");
  switch (field("intent")) {
    case "add":
      return addRater(platform, actor, participantId, { personId, relationship });
    case "external":
      return addExternalRater(platform, actor, participantId, outsideTyped(field));
    case "remove":
      return removeRater(platform, actor, participantId, rater);
    case "withdraw":
      return withdrawRater(platform, actor, participantId, rater);
    case "replace":
      return replaceRater(platform, actor, participantId, rater, personId);
    case "replace-external":
      return replaceWithExternal(platform, actor, participantId, rater, outsideTyped(field));
    case "done":
      return submitNomination(platform, actor, participantId);
    case "approve":
      return approveNomination(platform, actor, participantId);
    case "return":
      return returnNomination(platform, actor, participantId, field("note"));
    default:
      return null;
  }
}

/** The form for someone from outside, as it was filled in. */
export function outsideTyped(field: (name: string) => string) {
  return { name: field("name"), address: field("address"), language: field("language") };
}

import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addRater } from "../lists/add-rater.server.ts";
import { externalInput } from "../lists/ask-external.server.ts";
import { putBackInput, putBackRater } from "../lists/put-back-rater.server.ts";
import { replaceRater } from "../lists/replace-rater.server.ts";
import { replaceWithExternal } from "../lists/replace-with-external.server.ts";
import { withdrawRater } from "../lists/withdraw-rater.server.ts";
import { addExternalRater } from "./add-external-rater.server.ts";
import { approveNomination } from "./approve-nomination.server.ts";
import { removeRater, submitNomination } from "./choose-raters.server.ts";
import { returnNomination, returnNominationInput } from "./return-nomination.server.ts";

const rater = z.uuid();
const person = z.uuid();

/** The forms of the nomination page, by the button that sends them. */
export const nominationForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), person, relationship: z.string().default("") }),
  z.object({ intent: z.literal("external"), ...externalInput.shape }),
  z.object({ intent: z.enum(["remove", "withdraw"]), rater }),
  z.object({ intent: z.literal("put-back"), ...putBackInput.shape }),
  z.object({ intent: z.literal("replace"), rater, person }),
  z.object({ intent: z.literal("replace-external"), rater, ...externalInput.shape }),
  z.object({ intent: z.enum(["done", "approve"]) }),
  z.object({ intent: z.literal("return"), ...returnNominationInput.shape }),
]);

/** Does what a form of the nomination page asks for. */
export function changeByForm(
  platform: Platform,
  actor: Actor,
  participantId: string,
  form: z.output<typeof nominationForm>,
) {
  switch (form.intent) {
    case "add": {
      const { person: personId, relationship } = form;
      return addRater(platform, actor, participantId, { personId, relationship });
    }
    case "external":
      return addExternalRater(platform, actor, participantId, form);
    case "remove":
      return removeRater(platform, actor, participantId, form.rater);
    case "withdraw":
      return withdrawRater(platform, actor, participantId, form.rater);
    case "put-back":
      return putBackRater(platform, actor, participantId, form);
    case "replace":
      return replaceRater(platform, actor, participantId, form.rater, form.person);
    case "replace-external":
      return replaceWithExternal(platform, actor, participantId, form.rater, form);
    case "done":
      return submitNomination(platform, actor, participantId);
    case "approve":
      return approveNomination(platform, actor, participantId);
    case "return":
      return returnNomination(platform, actor, participantId, form);
  }
}

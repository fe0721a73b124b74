import type { Actor } from "~/features/identity/index.ts";
import type { RoundState } from "~/features/rounds/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { wordsAsked } from "../asking/asked-words-reads.server.ts";
import { unsignedTo } from "../domain/suggestions.ts";
import { ownSuggestionsById, signedIn } from "./suggestion-reads.server.ts";

export type SuggestionsPage = {
  state: RoundState;
  closesOn: string | null;
  calledOffReason: string | null;
  /** By behaviour, once it was closed; null while it is answered, and where it was called off. */
  told:
    | {
        item: string;
        behaviour: string;
        signed: { id: string; name: string; word: string }[];
        /** Null where too few wrote without their name. */
        unsigned: readonly string[] | null;
      }[]
    | null;
};

/** What was suggested to whoever asks; null for anybody else's. */
export function suggestionsPage(
  platform: Pick<Platform, "database">,
  actor: Actor,
  id: string,
): Promise<SuggestionsPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const own = await ownSuggestionsById(tx, actor, id);
    if (!own) return null;
    const { state, closesOn, calledOffReason, unsigned, items } = own;
    const signed = await signedIn(tx, actor, own);
    const called = await wordsAsked(tx, actor, [own.ofRoundId]);
    return {
      ...{ state, closesOn, calledOffReason },
      told:
        unsigned &&
        items.map((item) => ({
          ...{ item, behaviour: called(own.ofRoundId, item) },
          signed: signed
            .filter((each) => each.item === item)
            .map(({ id, name, word }) => ({ id, name, word })),
          unsigned: unsignedTo(unsigned, item),
        })),
    };
  });
}

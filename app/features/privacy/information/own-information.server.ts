import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { KeptOfAll } from "../retention/kept-context.server.ts";
import { type OwnAnswer, ownStanding } from "./own-standing.server.ts";
import { settingsToday } from "./settings-in-words.server.ts";
import { type ShownText, settingsForReader, shownText } from "./shown-text.server.ts";

/** A text that holds for whoever asks. `answer`: the newest they gave; `agreed`: since when, as long as that stands. */
export type OwnText = ShownText & { answer: OwnAnswer | null; agreedOn: string | null };

export type OwnInformation = {
  organisation: string;
  texts: OwnText[];
  /** The first that they have to see before they go on. */
  waits: OwnText | null;
  /** What is set, where nothing was published. */
  settings: string[];
};

/** What whoever asks is told of their data, and what they agreed to. */
export function readOwnInformation(
  platform: Pick<Platform, "database" | "clock">,
  kept: KeptOfAll,
  actor: Actor,
): Promise<OwnInformation> {
  return inOrganisation(platform, actor, async (tx) => {
    const { holds, waits, answers } = await ownStanding(tx, actor);
    const settings = await settingsToday(platform, tx, kept, actor);
    const texts: OwnText[] = [];
    for (const version of holds) {
      const own = answers.filter(({ audience }) => audience === version.audience);
      const agreed = own.find((each) => each.agreed && each.withdrawnOn === null);
      texts.push({
        ...(await shownText(tx, actor, version, settings)),
        ...{ answer: own[0] ?? null, agreedOn: agreed?.answeredOn ?? null },
      });
    }
    const isFirst = ({ audience }: OwnText) => audience === waits[0]?.audience;
    return {
      organisation: await organisationName(tx, actor),
      texts,
      waits: texts.find(isFirst) ?? null,
      settings: texts.length === 0 ? settingsForReader(settings) : [],
    };
  });
}

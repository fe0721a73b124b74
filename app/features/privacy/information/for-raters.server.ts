import type { RaterInformation } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Audience, newest, whatWaits } from "../domain/information.ts";
import type { KeptOfAll } from "../retention/kept-context.server.ts";
import { versionsOf } from "../store/information-store.server.ts";
import { settingsToday } from "./settings-in-words.server.ts";
import { settingsForReader, shownText } from "./shown-text.server.ts";

/** What those who answer by link are told. What they were shown is known to their device alone, and handed in. */
export function informationForRaters(kept: () => Promise<KeptOfAll>): RaterInformation {
  return {
    waits: async (tx, scope, asked) => {
      const [first] = (await standing(tx, scope, asked)).waits;
      return first ?? null;
    },
    read: async (platform, tx, scope, asked) => {
      const { holds, waits } = await standing(tx, scope, asked);
      const settings = await settingsToday(platform, tx, await kept(), scope);
      const texts = [];
      for (const version of holds) texts.push(await shownText(tx, scope, version, settings));
      const [first] = waits;
      return {
        texts,
        waits: texts.find(({ audience }) => audience === first?.audience) ?? null,
        settings: texts.length === 0 ? settingsForReader(settings) : [],
      };
    },
  };
}

async function standing(
  tx: Tx,
  scope: OrganisationScope,
  { isAbout, read }: Parameters<RaterInformation["waits"]>[2],
) {
  const audiences: Audience[] = isAbout ? ["raters", "participants"] : ["raters"];
  const versions = await versionsOf(tx, scope, audiences);
  const own = audiences.map((audience) => versions.filter((each) => each.audience === audience));
  const holds = own.flatMap((of) => newest(of) ?? []);
  const waits = own.flatMap((of) => {
    const known = read[of[0]?.audience ?? ""];
    return whatWaits(of, known ? [known] : []) ?? [];
  });
  return { holds, waits };
}

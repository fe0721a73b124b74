import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { builtInContent } from "../instruments/built-in.server.ts";
import { instrumentChoices } from "../instruments/instrument-choices.server.ts";
import { instrumentById } from "../instruments/instrument-reads.server.ts";
import { inLanguage, languagesOf } from "../instruments/languages.ts";
import { mayKeepQuestionnaires } from "../policy.ts";
import { keyOfOwn } from "./draft.ts";
import { draftsInWork, type KeptVersion, keptVersions } from "./draft-reads.server.ts";

export type ListedQuestionnaire = {
  key: string;
  name: string;
  builtIn: boolean;
  /** The newest version; null when there is only a draft. */
  published: { version: number; on: string; items: number; languages: string[] } | null;
  inWork: boolean;
};

/** An organisation's questionnaires, its own by name and then the built-in ones; to those who keep them. */
export async function questionnairesPage(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<ListedQuestionnaire[]> {
  if (!mayKeepQuestionnaires(actor)) return [];
  // Built-in versions that came with a release are there from now on.
  await instrumentChoices(platform, tx, actor);
  const builtIn = new Set(builtInContent().instruments.map(({ key }) => key));
  const newest = new Map<string, KeptVersion>();
  for (const each of await keptVersions(tx, actor))
    if (!newest.has(each.key)) newest.set(each.key, each);
  const listed = new Map<string, ListedQuestionnaire>();
  for (const row of newest.values())
    listed.set(row.key, await listedVersion(tx, actor, row, builtIn.has(row.key)));
  for (const { id, name } of await draftsInWork(tx, actor)) {
    const key = keyOfOwn(id);
    const known = listed.get(key) ?? { key, name, builtIn: false, published: null };
    listed.set(key, { ...known, inWork: true });
  }
  return [...listed.values()].sort(
    (a, b) =>
      Number(a.builtIn) - Number(b.builtIn) || a.name.localeCompare(b.name, readerLanguage()),
  );
}

async function listedVersion(
  tx: Tx,
  actor: Actor,
  { id, key, version, createdAt }: KeptVersion,
  builtIn: boolean,
): Promise<ListedQuestionnaire> {
  const found = await instrumentById(tx, actor, id);
  if (!found) throw new Error("an instrument that is gone");
  const { instrument } = found;
  return {
    key,
    name: inLanguage(instrument, readerLanguage()).name,
    builtIn,
    published: {
      version,
      on: createdAt.toISOString().slice(0, 10),
      items: instrument.items.length,
      languages: languagesOf(instrument),
    },
    inWork: false,
  };
}

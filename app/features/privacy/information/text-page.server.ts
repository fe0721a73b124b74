import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { compared } from "../domain/compared.ts";
import { AUDIENCES, type Audience, newest } from "../domain/information.ts";
import { mayWriteInformation } from "../policy.ts";
import type { KeptOfAll } from "../retention/kept-context.server.ts";
import {
  publishedVersion,
  storedDraft,
  versionsOf,
  type Written,
} from "../store/information-store.server.ts";
import { withFigures } from "./publish-text.server.ts";
import { type Settings, settingsToday } from "./settings-in-words.server.ts";
import { languageIn } from "./shown-text.server.ts";

/** A text as its writers change it: the draft, or what a new one begins with. For them alone: null for everyone else. */
export async function readTextPage(
  platform: Pick<Platform, "database" | "clock">,
  kept: KeptOfAll,
  actor: Actor,
  audience: Audience,
) {
  if (!mayWriteInformation(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const draft = await storedDraft(tx, actor, audience);
    const versions = await versionsOf(tx, actor, [audience]);
    const settings = await settingsToday(platform, tx, kept, actor);
    const written = draft ?? (await begun(tx, actor, audience));
    const holds = newest(versions);
    return {
      ...{ audience, revision: draft?.revision ?? 0, written, versions },
      preview: withFigures(written, settings).shown as Record<string, string>,
      outdated: draft === null && holds !== null && (await isOutdated(tx, actor, holds, settings)),
    };
  });
}

export type TextPage = NonNullable<Awaited<ReturnType<typeof readTextPage>>>;

/** What a new draft begins with: the version that holds, otherwise what is built in, with who is responsible as elsewhere. */
async function begun(tx: Tx, actor: Actor, audience: Audience): Promise<Written> {
  const all = await versionsOf(tx, actor, AUDIENCES);
  const holds = newest(all.filter((each) => each.audience === audience));
  const own = holds && (await publishedVersion(tx, actor, audience, holds.number));
  if (own) return own;
  const [other] = all.toSorted((one, next) => next.publishedOn.localeCompare(one.publishedOn));
  const known = other && (await publishedVersion(tx, actor, other.audience, other.number));
  return {
    ...{ mode: "shown", again: true, words: builtIn(audience) },
    ...{ responsible: known?.responsible ?? "", contact: known?.contact ?? "" },
  };
}

/** What is built in says nothing that the program does not do, and has a placeholder for every figure. */
function builtIn(audience: Audience): Record<string, string> {
  return Object.fromEntries(
    languages.map((language) => {
      const texts = textsIn(language);
      const paragraphs: unknown = texts.getResource(language, "information-built-in", audience);
      return [language, Array.isArray(paragraphs) ? paragraphs.map(String).join("\n\n") : ""];
    }),
  );
}

async function isOutdated(
  tx: Tx,
  actor: Actor,
  { audience, number }: { audience: Audience; number: number },
  settings: Settings,
): Promise<boolean> {
  const version = await publishedVersion(tx, actor, audience, number);
  if (version === null) return false;
  const now = withFigures(version, settings).shown as Record<string, string>;
  return Object.entries(version.shown).some(([language, text]) => now[language] !== text);
}

/** Two versions beside each other, in the reader's language. For the writers: null for everyone else. */
export async function readComparison(
  platform: Pick<Platform, "database">,
  actor: Actor,
  audience: Audience,
  { older, newer }: { older: number | null; newer: number | null },
) {
  if (!mayWriteInformation(actor)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const versions = await versionsOf(tx, actor, [audience]);
    const [last, before] = versions;
    const find = (number: number | null, otherwise: typeof last) =>
      versions.find((each) => each.number === number) ?? otherwise;
    const [after, earlier] = [find(newer, last), find(older, before ?? last)];
    if (!after || !earlier) return null;
    const texts = [];
    for (const { number } of [earlier, after]) {
      const version = await publishedVersion(tx, actor, audience, number);
      const shown = version?.shown ?? {};
      texts.push(shown[languageIn(shown)] ?? "");
    }
    const [one = "", other = ""] = texts;
    return { audience, versions, earlier, after, texts: compared(one, other) };
  });
}

export type Comparison = NonNullable<Awaited<ReturnType<typeof readComparison>>>;

import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Audience, newest } from "../domain/information.ts";
import { filledIn } from "../domain/placeholders.ts";
import { mayWriteInformation } from "../policy.ts";
import type { KeptOfAll } from "../retention/kept-context.server.ts";
import {
  deleteDraft,
  insertVersion,
  storedDraft,
  versionsOf,
  type Written,
} from "../store/information-store.server.ts";
import {
  linesOf,
  placeholderValues,
  type Settings,
  settingsInWords,
  settingsToday,
} from "./settings-in-words.server.ts";

/** `seen`: the revision of the draft that was looked at. */
export const publishTextInput = z.object({ seen: z.coerce.number().int().min(1) });

/**
 * Makes a draft the next version, with the figures of today in it. From then on nobody changes it; people see it before
 * their next page, if it says so.
 */
export async function publishText(
  platform: Pick<Platform, "database" | "clock">,
  kept: KeptOfAll,
  actor: Actor,
  audience: Audience,
  { seen }: z.output<typeof publishTextInput>,
): Promise<Outcome<void, "not-allowed"> | Problems> {
  if (!mayWriteInformation(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const draft = await storedDraft(tx, actor, audience, true);
    if (draft === null || draft.revision !== seen) return refuseInput({ code: "changed" });
    const problems = missingIn(draft);
    if (problems.length > 0) return refuseInput(...problems);
    const settings = await settingsToday(platform, tx, kept, actor);
    const number = (newest(await versionsOf(tx, actor, [audience]))?.number ?? 0) + 1;
    const publishedOn = todayFor(platform, await organisationZone(tx, actor));
    const { revision: _, ...written } = draft;
    const version = { ...written, ...withFigures(written, settings) };
    await insertVersion(tx, actor, { ...version, audience, number, publishedOn });
    await deleteDraft(tx, actor, audience);
    await recordAudit(platform, tx, actor, {
      action: "information.published",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { audience, number, mode: draft.mode, again: draft.again },
    });
    return { ok: true };
  });
}

/** What a text says today in each of its languages, and the figures in it line by line. */
export function withFigures(written: Written, settings: Settings) {
  const known = languages.map((language) => {
    const words = settingsInWords(settings, language);
    return [language, words, placeholderValues(words, written, language)] as const;
  });
  const shown = known.flatMap(([language, , values]) => {
    const text = written.words[language];
    return text === undefined ? [] : [[language, filledIn(text, values)]];
  });
  const facts = known.map(([language, words]) => [language, linesOf(words, language)]);
  return { shown: Object.fromEntries(shown), facts: Object.fromEntries(facts) };
}

function missingIn({ responsible, contact, words }: Written): Problem[] {
  return [
    ...(responsible === "" ? [{ field: "responsible", code: "missing" }] : []),
    ...(contact === "" ? [{ field: "contact", code: "missing" }] : []),
    ...(Object.keys(words).length === 0 ? [{ field: "en", code: "missing" }] : []),
  ];
}

import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { type Language, languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Audience, MODES } from "../domain/information.ts";
import { notAloneIn, unknownIn } from "../domain/placeholders.ts";
import { mayWriteInformation } from "../policy.ts";
import {
  insertDraft,
  storedDraft,
  updateDraft,
  type Written,
} from "../store/information-store.server.ts";

/** Letters, not bytes: several printed pages. */
const LONGEST = 20_000;
const text = z.string().trim().max(LONGEST, "too-long").default("");

export const saveDraftInput = z.object({
  mode: z.enum(MODES),
  again: z.literal("on").optional(),
  responsible: z.string().trim().max(1_000, "too-long").default(""),
  contact: z.string().trim().max(300, "too-long").default(""),
  /** The revision a form was made from; 0 where there was no draft. */
  seen: z.coerce.number().int().min(0),
  ...({ en: text, de: text } satisfies Record<Language, typeof text>),
});

type Input = z.output<typeof saveDraftInput>;

/** Keeps a draft of a text. Nobody but its writers reads it; what somebody else saved meanwhile is not written over. */
export async function saveDraft(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  audience: Audience,
  input: Input,
): Promise<Outcome<void, "not-allowed"> | Problems> {
  if (!mayWriteInformation(actor)) return refuse("not-allowed");
  const problems = languages.flatMap((language) => problemsOf(language, input[language]));
  if (problems.length > 0) return refuseInput(...problems);
  return inOrganisation(platform, actor, async (tx) => {
    const saved = await save(tx, actor, audience, input);
    if (!saved) return refuseInput({ code: "changed" });
    await recordAudit(platform, tx, actor, {
      action: "information.written",
      subjectKind: "organisation",
      subjectId: actor.organisationId,
      detail: { audience },
    });
    return { ok: true };
  });
}

/** @returns false where somebody else changed, published or began it since. */
async function save(tx: Tx, actor: Actor, audience: Audience, input: Input): Promise<boolean> {
  const written = writtenIn(input);
  const draft = await storedDraft(tx, actor, audience, true);
  if (draft === null) return input.seen === 0 && (await insertDraft(tx, actor, audience, written));
  if (draft.revision !== input.seen) return false;
  await updateDraft(tx, actor, audience, { ...written, revision: draft.revision + 1 });
  return true;
}

function writtenIn({ mode, again, responsible, contact, ...input }: Input): Written {
  const words = Object.fromEntries(
    languages.flatMap((language) => (input[language] ? [[language, input[language]]] : [])),
  );
  return { mode, again: again === "on", responsible, contact, words };
}

function problemsOf(field: Language, words: string): Problem[] {
  const [unknown] = unknownIn(words);
  if (unknown !== undefined) return [{ field, code: "placeholder", values: { name: unknown } }];
  const [shares] = notAloneIn(words);
  return shares === undefined ? [] : [{ field, code: "alone", values: { name: shares } }];
}

import { expect } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Audience } from "../domain/information.ts";
import { publishText } from "../information/publish-text.server.ts";
import { saveDraft } from "../information/save-draft.server.ts";

/** What an owner types into a text that people are shown. */
export const words = {
  ...{ mode: "shown" as "shown" | "agreed", again: "on" as "on" | undefined, seen: 0 },
  ...{ responsible: "Harbour Ltd", contact: "data@harbour.test", en: "Read this.", de: "" },
};
export type Words = typeof words;

/** Has an owner write and publish a text, which nobody has begun on. */
export async function publishInformation(
  platform: Platform,
  kept: Parameters<typeof publishText>[1],
  owner: Actor,
  audience: Audience,
  more: Partial<Words> = {},
): Promise<void> {
  expect(await saveDraft(platform, owner, audience, { ...words, ...more })).toEqual({ ok: true });
  expect(await publishText(platform, kept, owner, audience, { seen: 1 })).toEqual({
    ok: true,
  });
}

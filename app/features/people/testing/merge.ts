import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { readMergePage } from "../merge/merge-page.server.ts";
import { mergePeople } from "../merge/merge-people.server.ts";
import type { PersonalOfAll } from "../personal/personal-context.server.ts";

type Pair = { stays: string; other: string };

/** What the page of merging says of two records before anybody presses. */
export async function foreseeMerge(
  platform: Platform,
  personal: PersonalOfAll,
  actor: Actor,
  { stays, other }: Pair,
) {
  const page = await readMergePage(platform, personal, actor, stays, { search: "", other });
  if (!page?.preview) throw new Error("no preview");
  return page.preview;
}

/** Merging as HR does it: what the page foresees, then the same by its fingerprint. */
export async function mergeAsForeseen(
  platform: Platform,
  personal: PersonalOfAll,
  actor: Actor,
  { take, ...pair }: Pair & { take?: "jobTitle"[] },
) {
  const { seen } = await foreseeMerge(platform, personal, actor, pair);
  return mergePeople(platform, personal, actor, pair.stays, { other: pair.other, seen, take });
}

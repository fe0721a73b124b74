import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { askedItems } from "../instruments/asked-items.ts";
import { kindOf } from "../kinds/registry.ts";
import { originalOf } from "./draft.ts";
import { keptDraft } from "./draft-reads.server.ts";

export type ConditionPage = {
  key: string;
  name: string;
  revision: number;
  item: { key: string; self: string };
  /** Items further up whose answers are a list to choose from. */
  offered: { key: string; self: string }[];
  /** The one it is to depend on, with its answers; null before that is chosen. */
  on: { key: string; self: string; answers: { value: number; label: string }[] } | null;
  /** The values that are chosen so far. */
  chosen: string[];
  /** Whether it has a condition, of whatever kind. */
  some: boolean;
};

/** What the page of an item's condition shows; null where there is no such draft or item. */
export async function conditionPage(
  tx: Tx,
  actor: Actor,
  questionnaire: string,
  { item: wanted, on: asked }: { item: string | null; on: string | null },
): Promise<ConditionPage | null> {
  const kept = await keptDraft(tx, actor, questionnaire);
  const all = kept ? askedItems(originalOf(kept.draft, questionnaire, 1)) : [];
  const at = all.findIndex(({ item }) => item.key === wanted);
  const item = all[at]?.item;
  if (!kept || !item) return null;
  const above = all.slice(0, at).flatMap((each) => {
    const answers = kindOf(each.item).sayings(each);
    return answers.length > 0 ? [{ key: each.item.key, self: each.item.self, answers }] : [];
  });
  const on = above.find(({ key }) => key === (asked ?? item.when?.item)) ?? null;
  return {
    key: questionnaire,
    name: kept.draft.name,
    revision: kept.revision,
    item: { key: item.key, self: item.self },
    offered: above.map(({ key, self }) => ({ key, self })),
    on: on && { ...on, answers: on.answers.map(({ value, label }) => ({ value, label })) },
    chosen: on && item.when?.item === on.key ? item.when.is.map(String) : [],
    some: item.when !== null,
  };
}

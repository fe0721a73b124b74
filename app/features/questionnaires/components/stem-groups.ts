import type { ItemView } from "../item/item-kind.ts";

/** Items in a row that share what stands above them. */
export function stemGroups(
  items: readonly ItemView[],
): { stem: string | null; items: ItemView[] }[] {
  const groups: { stem: string | null; items: ItemView[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.stem === item.stem) last.items.push(item);
    else groups.push({ stem: item.stem, items: [item] });
  }
  return groups;
}

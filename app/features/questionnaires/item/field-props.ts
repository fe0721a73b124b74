import type { ItemView } from "./item-kind.ts";

/** What the field of an item is drawn with. It is complete as HTML, and the page's script knows it by its names. */
export type FieldProps<View> = {
  item: ItemView & View;
  /** What stands in a part now, as the form sends it; empty where nothing does. */
  value(part: string): string;
  /** What is wrong, in words. */
  problem?: string | undefined;
};

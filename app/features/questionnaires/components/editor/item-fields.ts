import type { z } from "zod";
import type { FormFields } from "~/ui/use-form-fields.ts";

/** The form of an item: its fields depend on the item's kind. */
export type ItemSchema = z.ZodType<unknown, Record<string, string>>;
export type ItemFields = FormFields<ItemSchema>;

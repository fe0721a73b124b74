/** A field in which an editor asks for something of an item that only some kinds have. */
export type EditedField = {
  name: string;
  /** `lines`: several, one a line. `scale`: one of the questionnaire's scales of the kind. */
  control: "line" | "lines" | "whole" | "day" | "box" | "scale";
  /** The part of the item it is about, as places in it are told; left out, its name. */
  part?: string;
};

/** What stands in the fields, by name; a box that is ticked says "on". */
export type TypedFields = Readonly<Partial<Record<string, string>>>;

/** What an editor needs of a kind, on a page and in a table alike. */
export type ItemEditing<Item> = {
  fields: readonly EditedField[];
  /** What stands there for a new item. */
  start: TypedFields;
  typed(item: Item): TypedFields;
  /** The parts of an item that the fields say, for the kind's own shape to judge. `before`: what it was so far. */
  read(typed: TypedFields, before: Item | null): Record<string, unknown>;
};

export const ON = "on";

export const required: EditedField = { name: "required", control: "box" };
export const cantSay: EditedField = { name: "cantSay", control: "box" };
export const ANSWERED: TypedFields = { required: ON, cantSay: ON };

export function typedBoxes(item: { required: boolean; cantSay: boolean }): TypedFields {
  return { required: item.required ? ON : "", cantSay: item.cantSay ? ON : "" };
}

export function readBoxes(typed: TypedFields): { required: boolean; cantSay: boolean } {
  return { required: typed.required === ON, cantSay: typed.cantSay === ON };
}

/** A whole number as it is typed; whatever else was typed stays as it is, for the shape to refuse. */
export function readWhole(text = ""): number | string | undefined {
  const typed = text.trim().replace(/^\u2212/, "-");
  if (typed === "") return undefined;
  return /^-?\d{1,15}$/.test(typed) ? Number(typed) : typed;
}

/** Words of a line; null for none. */
export function readLine(text = ""): string | null {
  return text.trim() === "" ? null : text;
}

import { z } from "zod";
import { slug } from "~/features/frameworks/domain/index.ts";
import {
  ANSWERED,
  cantSay,
  type ItemEditing,
  readBoxes,
  required,
  typedBoxes,
} from "./item-editing.ts";
import type { Asked, ItemKind } from "./item-kind.ts";
import { answerShape, itemShape } from "./item-shape.ts";
import { ratingKind } from "./rating-kind.ts";
import type { AnswerScale } from "./scale.ts";

export type ScaleView = { choices: { value: number; label: string }[] };

/** The shape of an item on a scale of its own kind. */
export function onScale<Kind extends AnswerScale["kind"]>(kind: Kind) {
  return z.strictObject({
    kind: z.literal(kind),
    ...itemShape,
    scale: slug.describe("A scale of this questionnaire, of the same kind."),
    ...answerShape,
  });
}

const editing: ItemEditing<{ scale: string; required: boolean; cantSay: boolean }> = {
  fields: [{ name: "scale", control: "scale" }, required, cantSay],
  start: ANSWERED,
  typed: (item) => ({ scale: item.scale, ...typedBoxes(item) }),
  read: (typed) => ({ scale: typed.scale ?? "", ...readBoxes(typed) }),
};

/** What kinds share whose items stand on a scale. `centre`: the value that is neither too little nor too much. */
export function scaleKind<
  Item extends {
    kind: AnswerScale["kind"];
    key: string;
    scale: string;
    required: boolean;
    cantSay: boolean;
  },
>(schema: ItemKind<Item, ScaleView>["schema"], centre: number | null): ItemKind<Item, ScaleView> {
  const points = ({ scale }: Asked<Item>) => scale?.options ?? [];
  return {
    ...ratingKind<Item>(points),
    schema,
    editing,
    problems: ({ item, scale }) => (scale?.kind === item.kind ? [] : ["scale"]),
    measure: (asked) => {
      const values = points(asked).map(({ value }) => value);
      const range = { low: Math.min(...values), high: Math.max(...values) };
      return centre === null ? range : { ...range, centre };
    },
    view: (asked) => ({ choices: points(asked).map(({ value, label }) => ({ value, label })) }),
  };
}

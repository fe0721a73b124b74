import type { Comparison, Condition, FilterValue } from "./filter.ts";

type Holds = { holds: boolean; asksOthers: boolean };

/**
 * Whether a condition holds of one thing, and whether it asks for anything but what all of them have. `compares` says
 * how an attribute of it compares.
 */
export function holdsOf<Attribute extends string>(
  condition: Condition<Attribute>,
  compares: (attribute: Attribute, op: Comparison, value: FilterValue) => boolean,
): Holds {
  switch (condition.kind) {
    case "constant":
      return { holds: condition.holds, asksOthers: false };
    case "present":
      return { holds: compares(condition.attribute, "ne", ""), asksOthers: true };
    case "compare":
      return {
        holds: compares(condition.attribute, condition.op, condition.value),
        asksOthers: true,
      };
    case "not": {
      const { holds, asksOthers } = holdsOf(condition.of, compares);
      return { holds: !holds, asksOthers };
    }
    default: {
      const all = condition.of.map((each) => holdsOf(each, compares));
      return {
        holds:
          condition.kind === "and"
            ? all.every(({ holds }) => holds)
            : all.some(({ holds }) => holds),
        asksOthers: all.some(({ asksOthers }) => asksOthers),
      };
    }
  }
}

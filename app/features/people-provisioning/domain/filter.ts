import { type Filter, parse } from "scim2-parse-filter";
import { cleanText } from "~/features/people/domain/index.ts";
import { badRequest, type Read } from "./scim-fault.ts";

export type Comparison = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
export type FilterValue = string | boolean | null;

/** What a filter asks, of the attributes that a kind of resource has. */
export type Condition<Attribute extends string> =
  | { kind: "and" | "or"; of: Condition<Attribute>[] }
  | { kind: "not"; of: Condition<Attribute> }
  | { kind: "present"; attribute: Attribute }
  | { kind: "compare"; attribute: Attribute; op: Comparison; value: FilterValue }
  /** Of whoever has the attribute at all it is true or not. */
  | { kind: "constant"; attribute: Attribute; holds: boolean };

/** What a name in a filter stands for, in small letters; a constant is what every value that is kept has. */
export type FilterName<Attribute extends string> =
  | { attribute: Attribute }
  | { constant: string | boolean; of: Attribute };

export type FilterNames<Attribute extends string> = (
  name: string,
) => FilterName<Attribute> | undefined;

/** More than any identity provider asks, and little enough to be answered in no time. */
const LONGEST_FILTER = 4_000;
const DEEPEST = 20;
const MOST_PARTS = 50;
const CONTROL = /\p{Cc}/u;

/** Reads a filter of RFC 7644 (3.4.2.2). Whatever can't be answered is refused, and never left out. */
export function readFilter<Attribute extends string>(
  text: string,
  names: FilterNames<Attribute>,
): Read<Condition<Attribute>> {
  if (text.length > LONGEST_FILTER) return refused("The filter is too long.");
  // No name or value has any, and the parser takes for ever over a quote that never ends with many of them.
  if (CONTROL.test(text)) return refused("The filter has signs that are no text.");
  const parsed = parsedFilter(text);
  if (parsed === null) return refused("The filter can't be read.");
  return new Reader(names).read(parsed, "", 0);
}

function parsedFilter(text: string): Filter | null {
  try {
    return parse(text);
  } catch {
    // The parser throws plain errors, and a RangeError for what is nested without end.
    return null;
  }
}

class Reader<Attribute extends string> {
  private parts = 0;
  private readonly names: FilterNames<Attribute>;

  constructor(names: FilterNames<Attribute>) {
    this.names = names;
  }

  read(filter: Filter, within: string, depth: number): Read<Condition<Attribute>> {
    this.parts += 1;
    if (depth > DEEPEST || this.parts > MOST_PARTS)
      return refused("The filter has too many parts.");
    switch (filter.op) {
      case "and":
      case "or":
        return this.several(filter.op, filter.filters, within, depth);
      case "not": {
        const inner = this.read(filter.filter, within, depth + 1);
        return inner.ok ? { ok: true, value: { kind: "not", of: inner.value } } : inner;
      }
      case "[]":
        if (within !== "") return refused("A filter in brackets can't hold another one.");
        return this.read(filter.valFilter, `${filter.attrPath}.`, depth + 1);
      case "pr":
        return this.present(`${within}${filter.attrPath}`);
      default:
        return this.compared(`${within}${filter.attrPath}`, filter.op, filter.compValue);
    }
  }

  private several(
    kind: "and" | "or",
    filters: readonly Filter[],
    within: string,
    depth: number,
  ): Read<Condition<Attribute>> {
    const of: Condition<Attribute>[] = [];
    for (const each of filters) {
      const inner = this.read(each, within, depth + 1);
      if (!inner.ok) return inner;
      of.push(inner.value);
    }
    return { ok: true, value: { kind, of } };
  }

  private present(path: string): Read<Condition<Attribute>> {
    const found = this.names(path.toLowerCase());
    if (!found) return unknown(path);
    const attribute = "attribute" in found ? found.attribute : found.of;
    return { ok: true, value: { kind: "present", attribute } };
  }

  private compared(
    path: string,
    op: Comparison,
    given: string | number | boolean | null,
  ): Read<Condition<Attribute>> {
    const found = this.names(path.toLowerCase());
    if (!found) return unknown(path);
    // What can't stand in the directory is found by nobody.
    const value = typeof given === "string" ? (cleanText(given) ?? "") : plainValue(given);
    if ("attribute" in found)
      return { ok: true, value: { kind: "compare", attribute: found.attribute, op, value } };
    const holds = constantHolds(found.constant, op, value);
    return { ok: true, value: { kind: "constant", attribute: found.of, holds } };
  }
}

function plainValue(given: number | boolean | null): FilterValue {
  return typeof given === "number" ? String(given) : given;
}

/** How a value that every one has compares: "work", or true. Letter case never counts. */
export function constantHolds(
  constant: string | boolean,
  op: Comparison,
  value: FilterValue,
): boolean {
  const [own, other] = [String(constant).toLowerCase(), String(value).toLowerCase()];
  switch (op) {
    case "eq":
      return own === other;
    case "ne":
      return own !== other;
    case "co":
      return own.includes(other);
    case "sw":
      return own.startsWith(other);
    case "ew":
      return own.endsWith(other);
    case "gt":
      return own > other;
    case "ge":
      return own >= other;
    case "lt":
      return own < other;
    case "le":
      return own <= other;
  }
}

function unknown(path: string) {
  return refused(`"${path.slice(0, 100)}" can't be asked for in a filter.`);
}

function refused(detail: string) {
  return badRequest("invalidFilter", detail);
}

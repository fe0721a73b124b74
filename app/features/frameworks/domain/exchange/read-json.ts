import { assemble } from "./assemble.ts";
import type { CompetencyInput, GroupInput, Placed, ReadFramework } from "./read-framework.ts";

type Json = Record<string, unknown>;

/** Whether a JSON file is one of ours. */
export function isOwnJson(value: unknown): value is Json {
  return isObject(value) && value.format === "twohats-framework";
}

/** A framework from our own JSON. What is wrong in it is refused by its place in the lists, counted from 1. */
export function readOwnJson(value: Json): ReadFramework {
  const { groups, competencies, $schema: _, ...about } = value;
  return assemble({
    about: about as never,
    groups: placesIn<GroupInput>(groups),
    competencies: placesIn<CompetencyInput>(competencies),
    problems: [...notAList(groups, "groups"), ...notAList(competencies, "competencies")],
  });
}

function placesIn<Entry>(list: unknown): Placed<Entry>[] {
  return Array.isArray(list) ? list.map((entry, at) => ({ row: at + 1, entry })) : [];
}

function notAList(list: unknown, field: string) {
  return list === undefined || Array.isArray(list) ? [] : [{ field, code: "malformed" as const }];
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

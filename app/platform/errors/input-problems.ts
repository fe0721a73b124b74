import type { z } from "zod";
import { accept, type Problems, refuseInput } from "./outcome.ts";
import type { Problem } from "./problem.ts";

type Issue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/**
 * What zod finds, as a code. For `error` in zod's `safeParse`: a schema that has words of its own, such as
 * `z.string("incomplete")`, keeps them.
 */
export function usualCode(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "missing" : "malformed";
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1 ? "missing" : tooSmall(issue.origin);
    case "too_big":
      return hasLength(issue.origin) ? "too-long" : "too-large";
    case "invalid_value":
      return issue.input === undefined ? "missing" : "unknown";
    default:
      return "malformed";
  }
}

/** Reads what was given by an operation's schema, where no form is: the command line, another program, a test. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): { ok: true; value: z.output<Schema> } | Problems {
  const read = schema.safeParse(given, { error: usualCode });
  return read.success ? accept(read.data) : refuseInput(...inputProblems(read.error.issues));
}

/** What a schema found, read with `usualCode`, each with the field it is about. */
function inputProblems(issues: readonly z.core.$ZodIssue[]): Problem[] {
  return issues.map((issue) => {
    const field = issue.path.map(String).join(".");
    return { ...(field === "" ? {} : { field }), ...problemOf(issue) };
  });
}

/** The same without the field, for whoever knows it already. */
export function problemOf(issue: z.core.$ZodIssue): Problem {
  const values = boundsOf(issue);
  return { code: issue.message, ...(Object.keys(values).length > 0 ? { values } : {}) };
}

function boundsOf(issue: z.core.$ZodIssue): Record<string, number> {
  if (issue.code === "too_big") return { most: Number(issue.maximum) };
  if (issue.code === "too_small") return { least: Number(issue.minimum) };
  return {};
}

function tooSmall(origin: string): string {
  return hasLength(origin) ? "too-short" : "too-small";
}

function hasLength(origin: string): boolean {
  return origin === "string" || origin === "array";
}

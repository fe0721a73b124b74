import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { z } from "zod";
import { problemOf, usualCode } from "../errors/input-problems.ts";
import type { Problem } from "../errors/problem.ts";
import { type FormAnswer, problemsIn } from "./form-answer.ts";

export type FormSchema = z.ZodObject | z.ZodDiscriminatedUnion;

type Keys<Union> = Union extends unknown ? keyof Union : never;

type Options<Schema extends FormSchema> = {
  /** Fields that never go back to a browser, such as a password. */
  secret?: readonly Keys<z.input<Schema>>[];
  /** Fields that nobody types. Wrong in one of them, it is no form of ours. */
  hidden?: readonly Keys<z.input<Schema>>[];
};

type Refusing = {
  /** What the page is told: what was typed, what the schema found, and these problems. */
  answer(problems?: readonly Problem[]): FormAnswer;
  /** The same as a response; 400 unless `init` says otherwise. */
  refused(problems?: readonly Problem[], init?: ResponseInit): ReturnType<typeof data<FormAnswer>>;
};

export type ReadForm<Value> = Refusing &
  ({ ok: true; value: Value } | { ok: false; problems: Problem[] });

/** More than any form of ours has, and few enough to be read in no time. */
const MOST_FIELDS = 5_000;
/** The field that a name is a part of: one of a list may be told by its place, which is never a large number. */
const FIELD = /^([^.[\]]+)(?:\[\d{0,3}\]|\.[^.[\]]+)*$/;

/**
 * What somebody typed, as the operation's own schema reads it: its value, or every problem by field. Fields that the
 * schema doesn't know are passed over.
 * @throws a 400 for a form that no page of ours can have sent: too many fields, a button that is not there, or
 * something else in a hidden field.
 */
export async function readForm<Schema extends FormSchema>(
  request: Request,
  schema: Schema,
  { secret = [], hidden = [] }: Options<Schema> = {},
): Promise<ReadForm<z.output<Schema>>> {
  const form = known(await request.formData(), schema);
  const submission = parseWithZod(form, {
    schema: schema as z.ZodType<z.output<Schema>>,
    error: usualCode,
    formatError: (issues: z.core.$ZodIssue[]) => issues.map(problemOf),
  });
  const intent = form.get("intent");
  const answer = (problems: readonly Problem[] = []): FormAnswer => ({
    result: submission.reply({ ...byField(problems), hideFields: secret.map(String) }),
    intent: typeof intent === "string" ? intent : null,
  });
  const refusing: Refusing = {
    answer,
    refused: (problems, init) => data(answer(problems), { status: 400, ...init }),
  };
  if (submission.status === "success") return { ok: true, value: submission.value, ...refusing };
  const problems = problemsIn(answer());
  const unseen = [...hidden.map(String), ...(isUnion(schema) ? [schema.def.discriminator] : [])];
  if (problems.some(({ field }) => field !== undefined && unseen.includes(field)))
    throw badRequest();
  return { ok: false, problems, ...refusing };
}

/**
 * What a button sent, with nothing beside it that anybody types.
 * @throws a 400 for what no button of ours can have sent.
 */
export async function readPress<Schema extends FormSchema>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const form = await readForm(request, schema);
  if (!form.ok) throw badRequest();
  return form.value;
}

function badRequest(): Response {
  return new Response(null, { status: 400, statusText: "Bad request" });
}

/** The fields that a schema asks for. conform's own (`__intent__`, `__state__`) are not among them. */
function known(sent: FormData, schema: FormSchema): FormData {
  const names = new Set(namesIn(schema));
  const form = new FormData();
  let count = 0;
  for (const [name, value] of sent) {
    if (!names.has(FIELD.exec(name)?.[1] ?? "")) continue;
    count += 1;
    if (count > MOST_FIELDS) throw badRequest();
    form.append(name, value);
  }
  return form;
}

function namesIn(schema: FormSchema): string[] {
  if (!isUnion(schema)) return Object.keys(schema.shape);
  return schema.options.flatMap((option) => namesIn(option as FormSchema));
}

function isUnion(schema: FormSchema): schema is z.ZodDiscriminatedUnion {
  return schema.def.type === "union";
}

function byField(problems: readonly Problem[]) {
  const { "": formErrors, ...fieldErrors } = Object.fromEntries(
    Map.groupBy(problems, ({ field = "" }) => field),
  );
  return { ...(formErrors ? { formErrors } : {}), fieldErrors };
}

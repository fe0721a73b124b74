import { type DefaultValue, type SubmissionResult, useForm } from "@conform-to/react";
import type { FormEvent, RefObject } from "react";
import type { z } from "zod";
import type { Problem } from "~/platform/errors/problem.ts";
import { type FormAnswer, problemsIn } from "~/platform/http/form-answer.ts";
import type { FieldProblem } from "./error-summary.tsx";
import { boxField } from "./form-values.ts";
import type { Unsaved } from "./unsaved.ts";
import { type DraftOptions, useDraft } from "./use-draft.ts";
import { type Was, wasText } from "./was.tsx";

type Typed<Schema extends z.ZodType> = z.input<Schema> & Record<string, unknown>;
type Every<Union> = Union extends unknown ? keyof Union : never;

type Top<Schema extends z.ZodType> = string & Every<z.input<Schema>>;

/** The names of a schema's fields, of each of its forms where it is several, and of what is in a list or a part. */
export type FieldName<Schema extends z.ZodType> =
  | Top<Schema>
  | `${Top<Schema>}[${number}]`
  | `${Top<Schema>}[${number}].${string}`
  | `${Top<Schema>}.${string}`;

type Options<Schema extends z.ZodType> = {
  /** Of the form, and before the ids of its fields: once on a page. */
  id: string;
  /** The button that sends this form, where a page has several. */
  intent?: string;
  /** What the action said, if it refused a form of this page. */
  answer: FormAnswer | undefined;
  /** What stands in the fields before anybody types. */
  start?: Partial<Record<Top<Schema>, unknown>>;
  /** How what is typed is kept until it is saved; left out, it is not. */
  draft?: DraftOptions;
  /** A problem in words; null for what the page tells elsewhere. */
  say(problem: Problem): string | null;
};

type Common = { name: string; id: string; error: string | undefined };

/** What a page shows of a form, whoever draws its fields. */
export type FormFields<Schema extends z.ZodType> = FieldsNamed<FieldName<Schema>>;

type FieldsNamed<Name extends string> = {
  /** For the form itself. */
  form: {
    id: string;
    method: "post";
    noValidate: true;
    ref: RefObject<HTMLFormElement | null>;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
  /** All that is wrong, for the summary. */
  problems: FieldProblem[];
  /** Whether what is typed is kept, whether something stands in the form again, and what is not saved. */
  draft: { keeps: boolean; isBack: boolean; unsaved: Unsaved | null };
  /** For a control that holds one text: a line, an area, a list to choose from, radios. */
  field: (name: Name) => Common & { defaultValue: string | undefined; was: Was };
  /** For one box to tick. */
  box: (name: Name) => Common & { defaultChecked: boolean; was: string | undefined };
  /** For several boxes of one name. */
  boxes: (name: Name) => Common & { defaultValues: readonly string[]; was: Was };
};

/** No problem: said out loud, because conform keeps the last ones otherwise. */
const NOTHING_WRONG: SubmissionResult<Problem[]> = { error: {} };

/**
 * A form as its page shows it: each field with its id, what was typed or stands there at first, and what is wrong with
 * it; and all that is wrong, for the summary. The same before JavaScript and after.
 */
export function useFormFields<Schema extends z.ZodType>(
  options: Options<Schema>,
): FormFields<Schema> {
  const { id, intent, answer, start, draft = {}, say } = options;
  const { form: ref, ...kept } = useDraft(draft);
  const own = intent === undefined || answer?.intent === intent ? answer : undefined;
  const [form, fields] = useForm<Typed<Schema>, Typed<Schema>, Problem[]>({
    id,
    lastResult: own?.result ?? NOTHING_WRONG,
    ...(start ? { defaultValue: start as DefaultValue<Typed<Schema>> } : {}),
  });
  const of = (name: FieldName<Schema>) => {
    const field = fields[name as keyof typeof fields];
    const [problem] = field.errors ?? [];
    const error = (problem && say({ ...problem, field: name })) ?? undefined;
    return { meta: field, common: { name, id: field.id, error } };
  };
  const was = kept.unsaved?.was ?? {};
  return {
    form: { id: form.id, method: "post", noValidate: true, ref, onSubmit: form.onSubmit },
    draft: kept,
    problems: summaryOf(problemsIn(own), id, say),
    field: (name) => {
      const { meta, common } = of(name);
      const before = was[name];
      return {
        ...common,
        defaultValue: meta.defaultValue,
        was: before === undefined ? undefined : wasText(before),
      };
    },
    box: (name) => {
      const { meta, common } = of(name);
      return {
        ...common,
        defaultChecked: meta.defaultChecked ?? false,
        was: was[boxField(name, "on")],
      };
    },
    boxes: (name) => {
      const { meta, common } = of(name);
      const changed = Object.keys(was).some((field) => field.startsWith(boxField(name, "")));
      return {
        ...common,
        defaultValues: meta.defaultOptions ?? [],
        was: changed ? null : undefined,
      };
    },
  };
}

/** Every problem with its field, and no line twice. */
function summaryOf(problems: Problem[], id: string, say: Options<z.ZodType>["say"]) {
  const lines = new Map<string, FieldProblem>();
  for (const problem of problems) {
    const { field } = problem;
    const message = say(problem);
    if (message === null) continue;
    const to = field === undefined ? {} : { field: `${id}-${field}` };
    if (!lines.has(message)) lines.set(message, { message, ...to });
  }
  return [...lines.values()];
}

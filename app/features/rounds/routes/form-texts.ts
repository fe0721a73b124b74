/** The fields of a form that are text, in the order in which they were sent. */
export function textsOf(form: FormData): [string, string][] {
  return [...form.entries()].flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[key, value]] : [],
  );
}

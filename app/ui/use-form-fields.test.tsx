import { expect, test } from "vitest";
import { z } from "zod";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { Checkbox } from "./checkbox.tsx";
import { CheckboxGroup } from "./checkbox-group.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { markup } from "./testing/render.tsx";
import { TextField } from "./text-field.tsx";
import { useFormFields } from "./use-form-fields.ts";

const schema = z.object({
  name: z.string().trim().min(1).max(10),
  tell: z.boolean().default(false),
  parts: z.array(z.string()).default([]),
  rows: z.array(z.object({ text: z.string().max(3) })).default([]),
  password: z.string().default(""),
});

async function refused(fields: [string, string][], hold: string[] = []): Promise<FormAnswer> {
  const body = new URLSearchParams(fields);
  const request = new Request("http://twohats.test/", { method: "POST", body });
  const form = await readForm(request, schema, { secret: ["password"] });
  return form.answer(hold.map((code) => ({ code })));
}

type Props = { id?: string; intent?: string; answer?: FormAnswer };

function Sheet({ id = "sheet", answer, ...own }: Props) {
  const form = useFormFields<typeof schema>({
    ...{ id, answer, ...own },
    start: { name: "Ana", tell: true, parts: ["a"], rows: [{ text: "one" }] },
    say: ({ field, code, values }) =>
      code === "elsewhere" ? null : [field, code, values?.most].filter(Boolean).join(" "),
  });
  const choices = ["a", "b"].map((value) => ({ value, label: value }));
  return (
    <form {...form.form}>
      <ErrorSummary problems={form.problems} />
      <TextField {...form.field("name")} label="Name" />
      <Checkbox {...form.box("tell")} label="Tell" />
      <CheckboxGroup {...form.boxes("parts")} legend="Parts" choices={choices} />
      <TextField {...form.field("rows[0].text")} label="Row" />
      <TextField {...form.field("password")} type="password" label="Password" />
    </form>
  );
}

/** The page as the server sends it. */
function page(...sheets: Props[]): string {
  return markup(
    <main>
      {sheets.map((props) => (
        <Sheet key={props.id ?? ""} {...props} />
      ))}
    </main>,
  );
}

const tag = (html: string, id: string) =>
  new RegExp(`<input[^>]* id="${RegExp.escape(id)}"[^>]*>`).exec(html)?.[0];

test("a form starts with what is there, each field with an id of its form", () => {
  const html = page({ id: "one" }, { id: "other" });
  for (const id of ["one", "other"]) {
    expect(tag(html, `${id}-name`)).toContain('value="Ana"');
    expect(tag(html, `${id}-tell`)).toContain("checked");
    expect(tag(html, `${id}-parts`)).toContain("checked");
    expect(tag(html, `${id}-parts-1`)).not.toContain("checked");
    expect(tag(html, `${id}-rows[0].text`)).toContain('value="one"');
  }
  expect(html).not.toContain("alert");
});

test("refused, it shows what was typed and what is wrong, before any script", async () => {
  const answer = await refused([
    ["name", "much too long"],
    ["parts", "b"],
    ["rows[0].text", "four"],
    ["password", "open sesame"],
  ]);
  const html = page({ answer });
  expect(tag(html, "sheet-name")).toMatch(/value="much too long"/);
  expect(tag(html, "sheet-name")).toMatch(/aria-describedby="sheet-name-error"/);
  expect(tag(html, "sheet-name")).toMatch(/aria-invalid="true"/);
  expect(html).toContain('href="#sheet-name"');
  expect(html).toContain("name too-long 10");
  expect(html).toContain('href="#sheet-rows[0].text"');
  expect(tag(html, "sheet-tell"), "a box left empty stays so").not.toContain("checked");
  expect(tag(html, "sheet-parts")).not.toContain("checked");
  expect(tag(html, "sheet-parts-1")).toContain("checked");
  expect(html).not.toContain("sesame");
});

test("of several forms the one that was sent is answered", async () => {
  const answer = { ...(await refused([["name", ""]])), intent: "other" };
  const html = page({ id: "one", intent: "one", answer }, { id: "other", intent: "other", answer });
  expect(tag(html, "one-name")).toContain('value="Ana"');
  expect(html).not.toContain('href="#one-name"');
  expect(html).toContain('href="#other-name"');
});

test("what belongs to no field is told on top, what the page tells elsewhere is not, and nothing twice", async () => {
  const html = page({
    answer: await refused([["name", "Ana"]], ["changed", "changed", "elsewhere"]),
  });
  expect(html.match(/<li[^>]*>changed<\/li>/g)).toHaveLength(1);
  expect(html).not.toContain("elsewhere");
});

import { expect, test } from "vitest";
import { Checkbox } from "./checkbox.tsx";
import { CheckboxGroup } from "./checkbox-group.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileField } from "./file-field.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { Select } from "./select.tsx";
import { attribute, markup } from "./testing/render.tsx";
import { TextArea } from "./text-area.tsx";
import { TextField } from "./text-field.tsx";

const choices = [
  { value: "a", label: "A" },
  { value: "b", label: "B" },
];

test("every line of the summary leads to a control that can take the focus", () => {
  const names = ["text", "area", "select", "file", "box", "radios", "boxes"];
  const html = markup(
    <form>
      <ErrorSummary problems={names.map((field) => ({ field, message: `Mend ${field}` }))} />
      <TextField name="text" label="Text" error="Mend text" />
      <TextArea name="area" label="Area" error="Mend area" />
      <Select name="select" label="Select" options={choices} error="Mend select" />
      <FileField name="file" label="File" error="Mend file" />
      <Checkbox name="box" label="Box" error="Mend box" />
      <RadioGroup name="radios" legend="Radios" choices={choices} error="Mend radios" />
      <CheckboxGroup name="boxes" legend="Boxes" choices={choices} error="Mend boxes" />
    </form>,
  );
  expect(attribute(html, "href")).toEqual(names.map((name) => `#${name}`));
  for (const name of names) {
    expect(html).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${name}"`));
  }
});

test("a problem of no field is said without a link, and no problem leaves no box", () => {
  expect(markup(<ErrorSummary problems={[{ message: "The link has expired" }]} />)).not.toContain(
    "<a",
  );
  expect(markup(<ErrorSummary problems={[]} />)).toBe("");
});

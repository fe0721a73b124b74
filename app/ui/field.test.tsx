import { expect, test } from "vitest";
import { attribute, markup } from "./testing/render.tsx";
import { TextField } from "./text-field.tsx";

test("hint and error are read out with the control, and the error marks it invalid", () => {
  const html = markup(<TextField name="email" label="E-mail" hint="At work" error="Mend this" />);
  expect(attribute(html, "aria-describedby")).toEqual(["email-hint email-error"]);
  expect(attribute(html, "aria-invalid")).toEqual(["true"]);
  expect(html).toContain('<label for="email"');
  expect(attribute(html, "id")).toEqual(["email-hint", "email", "email-error"]);
});

test("a field without hint and error points at nothing", () => {
  const html = markup(<TextField name="email" label="E-mail" />);
  expect(html).not.toContain("aria-describedby");
  expect(html).not.toContain("aria-invalid=");
});

test("what was typed stays beside its error", () => {
  expect(markup(<TextField name="n" label="N" error="No" defaultValue="ana@" />)).toContain(
    'value="ana@"',
  );
});

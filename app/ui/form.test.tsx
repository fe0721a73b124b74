import { expect, test } from "vitest";
import { Form, OrganisationContext } from "./form.tsx";
import { attribute, markup } from "./testing/render.tsx";

const drawn = (organisation: string | null, form: React.ReactElement) =>
  markup(<OrganisationContext value={organisation}>{form}</OrganisationContext>);

test("what changes something says of which of several organisations its page was", () => {
  expect(drawn("o1", <Form method="post" />)).toContain('name="of-organisation" value="o1"');
  expect(drawn(null, <Form method="post" />)).not.toContain("of-organisation");
  expect(drawn("o1", <Form method="get" />)).not.toContain("of-organisation");
});

test("with a file it is said in the address, beside what stands there", () => {
  const upload = { method: "post", encType: "multipart/form-data" } as const;
  expect(attribute(drawn("o1", <Form {...upload} />), "action")).toEqual(["/?of-organisation=o1"]);
  const somewhere = drawn("o1", <Form {...upload} action="/list?step=2" />);
  expect(attribute(somewhere, "action")).toEqual(["/list?step=2&amp;of-organisation=o1"]);
  expect(somewhere).not.toContain('type="hidden"');
  expect(drawn(null, <Form {...upload} />)).not.toContain("of-organisation");
});

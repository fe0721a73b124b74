import { expect, test } from "vitest";
import { z } from "zod";
import { problemsIn } from "./form-answer.ts";
import { readForm, readPress } from "./read-form.server.ts";

const schema = z.object({
  name: z.string().trim().min(1).max(20),
  day: z.iso.date(),
  tell: z.boolean().default(false),
  size: z.int().max(9).optional(),
  people: z.array(z.uuid()).max(3),
  rows: z.array(z.object({ item: z.string() })).optional(),
  password: z.string("incomplete"),
});

const presses = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("remove"), grant: z.uuid() }),
  z.object({ intent: z.literal("share"), reader: z.string() }),
]);

const ID = "0198c0de-0000-7000-8000-000000000001";
const RIGHT = { name: " Ana ", day: "2026-03-02", tell: "on", people: ID, password: "open sesame" };

function sent(fields: Iterable<[string, string | File]>): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return request(body);
}

/** The same without files, as most forms are sent. */
function typed(fields: [string, string][]): Request {
  return request(new URLSearchParams(fields));
}

function request(body: BodyInit): Request {
  return new Request("http://twohats.test/", { method: "POST", body });
}

const read = (fields: Record<string, string | File>) =>
  readForm(sent(Object.entries(fields)), schema, { secret: ["password"] });

async function problemsOf(fields: Record<string, string | File>) {
  const form = await read({ ...RIGHT, ...fields });
  return form.ok ? [] : form.problems;
}

/** What a browser is told, as it travels. */
const travelled = (answer: unknown) => JSON.parse(JSON.stringify(answer));

test("a form is read by its schema, as the types that the operation asks for", async () => {
  const form = await read({ ...RIGHT, size: "7" });
  expect(form.ok && form.value).toEqual({
    ...{ name: "Ana", day: "2026-03-02", tell: true, size: 7 },
    ...{ people: [ID], password: "open sesame" },
  });
});

test("what is missing is named, a box left empty is not", async () => {
  const form = await read({ name: "  ", day: "" });
  expect(form.ok ? [] : form.problems).toEqual([
    { field: "name", code: "missing", values: { least: 1 } },
    { field: "day", code: "missing" },
    { field: "password", code: "incomplete" },
  ]);
});

test.each<[string, Record<string, string | File>, object]>([
  ["too long", { name: "x".repeat(21) }, { field: "name", code: "too-long", values: { most: 20 } }],
  ["no date", { day: "2026-02-30" }, { field: "day", code: "malformed" }],
  ["no number", { size: "seven" }, { field: "size", code: "malformed" }],
  ["no whole number", { size: "7.5" }, { field: "size", code: "malformed" }],
  ["too large", { size: "10" }, { field: "size", code: "too-large", values: { most: 9 } }],
  [
    "a file where text is expected",
    { name: new File(["x"], "x.txt") },
    { field: "name", code: "malformed" },
  ],
  ["a part where text is expected", { "name.first": "Ana" }, { field: "name", code: "malformed" }],
])("%s: the field is named", async (_, fields, problem) => {
  const given = "name.first" in fields ? { name: "", ...fields } : fields;
  expect(await problemsOf(given)).toContainEqual(problem);
});

test("a field that comes twice where one is expected is refused", async () => {
  const form = await readForm(sent([...Object.entries(RIGHT), ["name", "Ben"]]), schema);
  expect(form.ok ? [] : form.problems).toEqual([{ field: "name", code: "malformed" }]);
});

test("odd unicode is taken as it is", async () => {
  for (const name of ["\u{1F469}\u200D\u{1F52C}", "\u202Eana\u202C", "e\u0301", "𝒜𝓃𝒶"]) {
    const form = await read({ ...RIGHT, name });
    expect(form.ok && form.value.name).toBe(name);
  }
});

test("what was typed goes back, a password and a file never do", async () => {
  const form = await read({ ...RIGHT, day: "soon", size: new File(["x"], "x.txt") });
  const told = travelled(form.answer([{ field: "name", code: "taken" }, { code: "changed" }]));
  expect(told.result.initialValue).toEqual({ name: " Ana ", day: "soon", tell: "on", people: ID });
  expect(JSON.stringify(told)).not.toContain("sesame");
  expect(problemsIn(told)).toEqual([
    { field: "day", code: "malformed" },
    { field: "size", code: "malformed" },
    { code: "changed" },
    { field: "name", code: "taken" },
  ]);
});

test("an operation's problems come back in the same shape, with a 400", async () => {
  const form = await read(RIGHT);
  const response = form.refused([{ field: "day", code: "not-later", values: { date: "2 March" } }]);
  expect(response.init?.status).toBe(400);
  expect(problemsIn(response.data)).toEqual([
    { field: "day", code: "not-later", values: { date: "2 March" } },
  ]);
  expect(form.refused([], { status: 429 }).init?.status).toBe(429);
});

test("fields that the schema does not know are passed over, ten thousand of them as well", async () => {
  const many = Array.from({ length: 10_000 }, (_, at): [string, string] => [`field-${at}`, "x"]);
  const odd = ["__proto__", "constructor", "toString", "__intent__", "__state__", "a[", ""];
  const fields = [...many, ...odd.map((name): [string, string] => [name, "{"])];
  const form = await readForm(typed([...fields, ...Object.entries(RIGHT)]), schema);
  expect(form.ok).toBe(true);
  expect(JSON.stringify(travelled(form.answer()))).not.toContain("field-");
});

test("ten thousand times a field that it knows is no form of ours", async () => {
  const many = Array.from({ length: 10_000 }, (): [string, string] => ["people", ID]);
  await expect(readForm(typed(many), schema)).rejects.toMatchObject({ status: 400 });
});

test("the place in a list is never a large number", async () => {
  const form = await readForm(
    sent([...Object.entries(RIGHT), ["rows[4294967294].item", "x"], ["rows[1].item", "y"]]),
    schema,
  );
  expect(travelled(form.answer()).result.initialValue.rows).toHaveLength(2);
});

test("something else in a field that nobody types is no form of ours", async () => {
  const wrong = () => sent(Object.entries({ ...RIGHT, size: "many", name: "" }));
  await expect(readForm(wrong(), schema, { hidden: ["size"] })).rejects.toMatchObject({
    status: 400,
  });
  expect((await readForm(wrong(), schema)).ok).toBe(false);
});

test("of several buttons the pressed one is read, and one that is not there is a 400", async () => {
  const grant = ID;
  expect(
    await readPress(
      sent([
        ["intent", "remove"],
        ["grant", grant],
      ]),
      presses,
    ),
  ).toEqual({
    intent: "remove",
    grant,
  });
  const form = await readForm(sent([["intent", "share"]]), presses);
  expect(form.answer().intent).toBe("share");
  expect(form.ok ? [] : form.problems).toEqual([{ field: "reader", code: "missing" }]);
  for (const intent of ["drop", "", "toString"])
    await expect(readForm(sent([["intent", intent]]), presses)).rejects.toMatchObject({
      status: 400,
    });
  await expect(readForm(sent([]), presses)).rejects.toMatchObject({ status: 400 });
  await expect(
    readPress(
      sent([
        ["intent", "remove"],
        ["grant", "x"],
      ]),
      presses,
    ),
  ).rejects.toMatchObject({ status: 400 });
});

test("names made to break the reading break nothing", async () => {
  const tails = [
    "",
    ".a",
    "[0]",
    "[]",
    "[0].a",
    ".constructor",
    ".__proto__.a",
    "[0].__proto__",
    ".length",
  ];
  const names = ["name", "people", "rows"].flatMap((field) => tails.map((tail) => field + tail));
  for (const one of names)
    for (const other of names) {
      const fields: [string, string][] = [...Object.entries(RIGHT), [one, "1"], [other, "2"]];
      const form = await readForm(typed(fields), schema);
      expect(travelled(form.answer()), `${one} beside ${other}`).toBeDefined();
    }
  expect("a" in {}).toBe(false);
});

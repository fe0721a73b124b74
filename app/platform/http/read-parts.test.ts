import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryOf, type PartHead, readParts } from "./read-parts.ts";

type Part = PartHead & { content: string };

/** Reads a body that arrives in pieces of this size. */
async function parts(body: string | Buffer, size = 1_000, boundary = "b"): Promise<Part[] | null> {
  const bytes = Buffer.from(body);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const taken: Part[] = [];
  const whole = await readParts(chunks(), boundary, {
    head: (head) => taken.push({ ...head, content: "" }),
    content: (more) => {
      const part = taken.at(-1);
      if (part) part.content += more.toString("latin1");
    },
  });
  return whole ? taken : null;
}

const part = (disposition: string, content: string) =>
  `--b\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
const FIELD = part('name="intent"', "upload");
const FILE = part('name="file"; filename="people.csv"', "Name,Email\r\n--\r\n--c\r\n\r\n--");
const TAKEN = [
  { name: "intent", fileName: null, content: "upload" },
  { name: "file", fileName: "people.csv", content: "Name,Email\r\n--\r\n--c\r\n\r\n--" },
];

test("what separates the parts is found in the content type", () => {
  expect(boundaryOf("multipart/form-data; boundary=----WebKit4f")).toBe("----WebKit4f");
  expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"; x=y')).toBe("a b");
  for (const type of [
    "",
    "text/csv",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    `multipart/form-data; boundary=${"x".repeat(71)}`,
    "multipart/mixed; boundary=b",
    "application/x-www-form-urlencoded; boundary=b",
  ])
    expect(boundaryOf(type)).toBeNull();
});

test("parts come out whole, however the body is cut", async () => {
  const body = `${FIELD}${FILE}--b--\r\n`;
  for (let size = 1; size <= body.length; size += 1) expect(await parts(body, size)).toEqual(TAKEN);
});

test("what a browser or a script sends is read back", async () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      name,
      fc.uint8Array({ maxLength: 500 }),
      fc.integer({ min: 1, max: 99 }),
      async (fileName, bytes, size) => {
        const form = new FormData();
        form.set("intent", "a");
        form.set("file", new File([bytes], fileName));
        const request = new Request("http://twohats.test", { method: "POST", body: form });
        const boundary = boundaryOf(request.headers.get("content-type") ?? "");
        const body = Buffer.from(await request.arrayBuffer());
        const [, file] = (await parts(body, size, boundary ?? "")) ?? [];
        expect(file?.content).toBe(Buffer.from(bytes).toString("latin1"));
        expect(file?.fileName).toBe((form.get("file") as File).name.toWellFormed());
      },
    ),
    { numRuns: 100 },
  );
});

test("text around the parts is passed over", async () => {
  expect(await parts(`before\r\n${FIELD}${FILE}--b--\r\nafter\r\n--b\r\nnonsense`)).toEqual(TAKEN);
});

test.each([
  ["nothing at all", ""],
  ["no part", "nonsense"],
  ["an end that never comes", `${FIELD}${FILE}`],
  ["an end within the separator", `${FIELD}--`],
  ["an end within the lines of a part", '--b\r\nContent-Disposition: form-data; name="file"'],
  ["a part without lines", "--b\r\n\r\nx\r\n--b--"],
  ["a part without a name", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--"],
  ["a part of another kind", "--b\r\nContent-Type: text/csv\r\n\r\nx\r\n--b--"],
  ["a separator that goes on", `--bb\r\n${FIELD}--b--`.replace(FIELD, "")],
  ["another separator", FIELD.replaceAll("--b", "--c")],
  ["lines of a part that never end", `--b\r\n${"x".repeat(20_000)}`],
  ["lines of a part that are too many", `--b\r\n${"x: y\r\n".repeat(20_000)}\r\nx\r\n--b--`],
  ["too many parts", `${FIELD.repeat(51)}--b--`],
])("%s is broken", async (_, body) => {
  expect(await parts(body)).toBeNull();
  expect(await parts(body, 7)).toBeNull();
});

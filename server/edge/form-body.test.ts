import { expect, test } from "vitest";
import { LARGEST_UPLOAD } from "~/platform/http/largest-upload.ts";
import { LARGEST_FORM, takeForm, takeUpload } from "./form-body.ts";

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=b";

type Sent = RequestInit & { duplex?: "half" };

const post = (body: BodyInit, type: string | null, more: Record<string, string> = {}) =>
  new Request("http://house.test/", {
    method: "POST",
    body,
    headers: { ...(type ? { "content-type": type } : {}), ...more },
    duplex: "half",
  } as Sent);

async function fieldsOf(request: Request): Promise<[string, string][]> {
  const taken = await takeForm(request);
  if (!taken.ok) throw new Error(taken.reason);
  const { body, headers } = taken;
  const form = await new Request("http://house.test/", {
    method: "POST",
    body,
    headers,
  }).formData();
  return [...form].map(([name, value]) => [name, String(value)]);
}

/** A body without an end or a length: says how much of it was asked for. */
function endless(): { stream: ReadableStream<Uint8Array>; taken(): number } {
  let taken = 0;
  const part = new Uint8Array(64 * 1024);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += part.length;
      controller.enqueue(part);
    },
  });
  return { stream, taken: () => taken };
}

test.each([
  ["a=1&b=two&a=3", URLENCODED],
  [
    '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="b"\r\n\r\ntwo\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n3\r\n--b--\r\n',
    MULTIPART,
  ],
])("fields keep their order and their doubles", async (body, type) => {
  expect(await fieldsOf(post(body, type))).toEqual([
    ["a", "1"],
    ["b", "two"],
    ["a", "3"],
  ]);
});

test.each([
  [
    "NUL",
    "name=A%00na&x%00=1",
    [
      ["name", "Ana"],
      ["x", "1"],
    ],
  ],
  ["half a pair as UTF-8", "name=%ED%A0%80", [["name", "\ufffd\ufffd\ufffd"]]],
  ["bytes of another encoding", "name=Zo%EB", [["name", "Zo\ufffd"]]],
  ["no escapes at all", "name=100%", [["name", "100%"]]],
])("%s never reaches a page", async (_, body, fields) => {
  expect(await fieldsOf(post(body, URLENCODED))).toEqual(fields);
});

test("a file in a small form stays a file", async () => {
  const body = new FormData();
  body.set("words", "a\u0000b");
  body.set("file", new File([new Uint8Array([0, 1, 2])], "x.bin"));
  const taken = await takeForm(new Request("http://house.test/", { method: "POST", body }));
  const form = taken.ok && taken.body instanceof FormData ? taken.body : null;
  expect(form?.get("words")).toBe("ab");
  expect(form?.get("file")).toMatchObject({ size: 3 });
});

test.each([
  [null, "notForm"],
  ["application/json", "notForm"],
  ["text/plain", "notForm"],
  ["application/x-www-form-urlencodedness", "notForm"],
  ["multipart/form-data", "unreadable"],
  ["multipart/form-data; boundary=another", "unreadable"],
])("a body that says it is %s is refused: %s", async (type, reason) => {
  const body = new Blob(["--b\r\nbroken"]);
  expect(await takeForm(post(body, type))).toEqual({ ok: false, reason });
});

test("an announced length that is too large is refused before anything is read", async () => {
  const { stream, taken } = endless();
  const request = post(stream, URLENCODED, { "content-length": String(LARGEST_FORM + 1) });
  expect(await takeForm(request)).toEqual({ ok: false, reason: "tooLarge" });
  // A stream fills its own small queue when it is made.
  expect(taken()).toBeLessThanOrEqual(128 * 1024);
});

test("a body that announces nothing is read to the limit and no further", async () => {
  const { stream, taken } = endless();
  expect(await takeForm(post(stream, MULTIPART))).toEqual({ ok: false, reason: "tooLarge" });
  expect(taken()).toBeLessThanOrEqual(LARGEST_FORM + 256 * 1024);
});

test("an upload passes as it is, and whoever reads more of it than its limit gets an error", async () => {
  const { stream, taken } = endless();
  const upload = takeUpload(post(stream, MULTIPART), LARGEST_UPLOAD);
  if (!upload.ok) throw new Error(upload.reason);
  await expect(new Response(upload.body).arrayBuffer()).rejects.toThrow(/too large/);
  expect(taken()).toBeLessThanOrEqual(LARGEST_UPLOAD + 1024 * 1024);
  expect(takeUpload(post("{}", "application/json"), LARGEST_UPLOAD)).toEqual({
    ok: false,
    reason: "notForm",
  });
});

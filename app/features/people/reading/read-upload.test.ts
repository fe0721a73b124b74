import { expect, test } from "vitest";
import { LARGEST_FILE } from "./file-fault.ts";
import { readUpload } from "./read-upload.server.ts";

const ADDRESS = "http://twohats.test/people/import";

function upload(content: BlobPart, name = "people.csv"): Request {
  const form = new FormData();
  form.set("file", new File([content], name));
  return new Request(ADDRESS, { method: "POST", body: form });
}

/** A body that never ends, and says how much of it was taken. */
function endless(headers: Record<string, string>) {
  const taken = { bytes: 0 };
  const start = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n';
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(start)),
    pull: (controller) => {
      taken.bytes += 1_048_576;
      controller.enqueue(new Uint8Array(1_048_576));
    },
  });
  const type = { "content-type": "multipart/form-data; boundary=b" };
  const init = { method: "POST", body, duplex: "half", headers: { ...type, ...headers } } as const;
  return { request: new Request(ADDRESS, init), taken };
}

test("takes the file of a form", async () => {
  expect(await readUpload(upload("Name,Email"), "file")).toEqual({
    ok: true,
    file: { name: "people.csv", content: Buffer.from("Name,Email") },
  });
});

test("a gigabyte that announces itself is refused before it is read", async () => {
  const { request, taken } = endless({ "content-length": String(2 ** 30) });
  expect(await readUpload(request, "file")).toEqual({ ok: false, reason: "file-too-large" });
  expect(taken.bytes).toBeLessThanOrEqual(2 * 1_048_576);
});

test("a body that announces nothing is refused as soon as it is too large", async () => {
  const { request, taken } = endless({});
  expect(await readUpload(request, "file")).toEqual({ ok: false, reason: "file-too-large" });
  expect(taken.bytes).toBeLessThan(LARGEST_FILE + 8 * 1_048_576);
});

test("says when there is no file, or the form is broken", async () => {
  const missing = { ok: false, reason: "file-missing" };
  expect(await readUpload(upload("", ""), "file")).toEqual(missing);
  expect(await readUpload(upload("x"), "other")).toEqual(missing);
  expect(await readUpload(new Request(ADDRESS, { method: "POST", body: "x" }), "file")).toEqual(
    missing,
  );
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const broken = new Request(ADDRESS, { method: "POST", body: "--b\r\nnonsense", headers });
  expect(await readUpload(broken, "file")).toEqual({ ok: false, reason: "upload-broken" });
});

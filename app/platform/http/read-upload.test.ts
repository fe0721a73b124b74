import { createServer } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { LARGEST_FILE } from "../tables/reading-fault.ts";
import { readUpload, type Upload } from "./read-upload.server.ts";

const ADDRESS = "http://twohats.test/people/import";
const MB = 2 ** 20;
const TYPE = { "content-type": "multipart/form-data; boundary=b" };
const START = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n';

function upload(...fields: [name: string, value: string | File][]): Request {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new Request(ADDRESS, { method: "POST", body: form });
}

const file = (content: BlobPart, name = "people.csv") => new File([content], name);

/** A body that goes on until it has sent so much, and says how much of it was taken and whether it was let go. */
function endless(
  headers: Record<string, string> = {},
  start = START,
  end = Number.POSITIVE_INFINITY,
) {
  const taken = { bytes: 0, cancelled: false };
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(start)),
    pull: (controller) => {
      if (taken.bytes >= end) return controller.close();
      taken.bytes += MB;
      controller.enqueue(new Uint8Array(MB));
    },
    cancel: () => {
      taken.cancelled = true;
    },
  });
  const init = { method: "POST", body, duplex: "half", headers: { ...TYPE, ...headers } } as const;
  return { request: new Request(ADDRESS, init), taken };
}

const TOO_LARGE = { ok: false, reason: "file-too-large" };
const MISSING = { ok: false, reason: "file-missing" };
const BROKEN = { ok: false, reason: "upload-broken" };
const TAKEN = { ok: true, file: { name: "people.csv", content: Buffer.from("Name,Email") } };

test("takes the file of a form, before and after other fields and others' files", async () => {
  const people = file("Name,Email");
  expect(await readUpload(upload(["file", people]), "file")).toEqual(TAKEN);
  const around = upload(["intent", "x"], ["other", file("y")], ["file", people], ["z", "z"]);
  expect(await readUpload(around, "file")).toEqual(TAKEN);
});

test("a gigabyte that announces itself is refused before it is read", async () => {
  const { request, taken } = endless({ "content-length": String(2 ** 30) });
  expect(await readUpload(request, "file")).toEqual(TOO_LARGE);
  expect(taken.bytes).toBeLessThanOrEqual(2 * MB);
});

test.each([
  ["that announces nothing", {}, START],
  ["that announces little", { "content-length": "1000" }, START],
  ["before the first part", {}, ""],
  ["in another field", {}, START.replace("file", "other")],
  ["after the end", {}, "--b--\r\n"],
])("a body %s is let go as soon as it is too large", async (_, headers, start) => {
  const { request, taken } = endless(headers, start);
  expect(await readUpload(request, "file")).toEqual(TOO_LARGE);
  expect(taken.bytes).toBeLessThan(LARGEST_FILE + 4 * MB);
  expect(taken.cancelled).toBe(true);
});

test("a file of exactly the limit is taken, one byte more is not", async () => {
  const taken = await readUpload(upload(["file", file(new Uint8Array(LARGEST_FILE))]), "file");
  expect(taken.ok && taken.file.content.length).toBe(LARGEST_FILE);
  const over = upload(["file", file(new Uint8Array(LARGEST_FILE + 1))]);
  const refused = await readUpload(over, "file");
  expect(refused.ok ? "taken" : refused.reason).toBe("file-too-large");
});

test("half a million small parts are not gathered", async () => {
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n\r\n';
  const body = `${part.repeat(300_000)}--b--`;
  const request = new Request(ADDRESS, { method: "POST", body, headers: TYPE });
  const started = performance.now();
  expect(await readUpload(request, "file")).toEqual(BROKEN);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("says when there is no file, several, or the form is broken", async () => {
  expect(await readUpload(upload(["file", file("", "")]), "file")).toEqual(MISSING);
  expect(await readUpload(upload(["file", "text"]), "file")).toEqual(MISSING);
  expect(await readUpload(upload(["other", file("x")]), "file")).toEqual(MISSING);
  expect(await readUpload(new Request(ADDRESS, { method: "POST", body: "x" }), "file")).toEqual(
    MISSING,
  );
  const two = upload(["file", file("x")], ["file", file("y")]);
  expect(await readUpload(two, "file")).toEqual({ ok: false, reason: "files-several" });
  for (const body of ["", "--b\r\nnonsense", START, "--other--"]) {
    const request = new Request(ADDRESS, { method: "POST", body, headers: TYPE });
    expect(await readUpload(request, "file")).toEqual(BROKEN);
  }
});

test("an upload whose connection ends is broken, in chunks and of an announced length", async () => {
  const outcomes: Promise<Upload>[] = [];
  const server = createServer((request) => {
    const body = Readable.toWeb(request) as ReadableStream;
    const { "content-type": type = "", "content-length": length } = request.headers;
    const headers = { "content-type": type, ...(length && { "content-length": length }) };
    const init = { method: "POST", body, duplex: "half", headers } as const;
    outcomes.push(readUpload(new Request(ADDRESS, init), "file"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const chunk = `${START.length.toString(16)}\r\n${START}\r\n`;
  for (const [header, sent] of [
    ["Transfer-Encoding: chunked", chunk],
    ["Content-Length: 5000", START],
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(
          `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${TYPE["content-type"]}\r\n${header}\r\n\r\n${sent}`,
          () => setTimeout(() => socket.destroy(), 100),
        );
      });
      socket.on("close", () => resolve());
    });
  }
  await expect.poll(() => outcomes.length).toBe(2);
  expect(await Promise.all(outcomes)).toEqual([BROKEN, BROKEN]);
  server.close();
});

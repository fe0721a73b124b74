import { expect, test } from "vitest";
import { readForm } from "./read-form.ts";

const sent = (type: string, body: BodyInit) =>
  new Request("http://twohats.test", { method: "POST", body, headers: { "content-type": type } });

test("a form is read", async () => {
  const form = await readForm(sent("application/x-www-form-urlencoded", "name=An%C3%A9"));
  expect(form.get("name")).toBe("Ané");
});

test.each([
  ["multipart/form-data", "nothing"],
  ["multipart/form-data; boundary=x", "nothing"],
  ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\n"],
  ["text/plain", "name=Ana"],
])("%s with %j is refused and no fault", async (type, body) => {
  await expect(readForm(sent(type, body))).rejects.toMatchObject({ status: 400 });
});

test("a form whose connection broke is a fault", async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.error(new Error("connection broke"));
    },
  });
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: broken,
    duplex: "half",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
  await expect(readForm(new Request("http://twohats.test", init))).rejects.toThrow(
    "connection broke",
  );
});

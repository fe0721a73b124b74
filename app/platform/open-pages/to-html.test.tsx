import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { toHtml } from "./to-html.ts";

test("texts are escaped, and switches, gaps and lists are written as React writes them", () => {
  const node = (
    <p title={`"<&'>`} data-a={true} data-b={false} hidden aria-hidden={false} lang={undefined}>
      {`</p><script>"&'`}
      {0}
      {false}
      {null}
      {["a", "b"]}
      <br />
    </p>
  );
  expect(toHtml(node)).toBe(renderToStaticMarkup(node));
});

test("what a form is filled in with stands in it", () => {
  const node = (
    <>
      <input type="radio" name="q" defaultChecked={true} value="yes" />
      <input type="radio" name="q" defaultChecked={false} value="no" />
      <input type="hidden" name="lang" value="de" />
    </>
  );
  expect(toHtml(node)).toBe(renderToStaticMarkup(node));
});

test("what can't be written is an error instead of a gap", () => {
  expect(() => toHtml(<p style={{ color: "red" }}>x</p>)).toThrow("style");
  expect(() => toHtml(<button type="button" onClick={() => undefined} />)).toThrow("onClick");
});

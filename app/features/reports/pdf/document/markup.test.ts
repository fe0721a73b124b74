import { expect, test } from "vitest";
import { elementsIn, readMarkup } from "./markup.ts";

test("reads what React writes: nesting, attributes, entities, void elements and the source of each", () => {
  const [paragraph, after] = readMarkup(
    '<p class="a b" hidden="">1 &lt; 2 &amp; &#x27;3&#x27;<br/><b title="x &quot;y&quot;">é</b></p>end',
  );
  expect(after).toBe("end");
  if (typeof paragraph !== "object") throw new Error("no element");
  expect(paragraph).toMatchObject({ tag: "p", attributes: { class: "a b", hidden: "" } });
  expect(
    paragraph.children.map((child) => (typeof child === "string" ? child : child.tag)),
  ).toEqual(["1 < 2 & '3'", "br", "b"]);
  expect(elementsIn([paragraph], ({ tag }) => tag === "b")[0]).toMatchObject({
    attributes: { title: 'x "y"' },
    source: '<b title="x &quot;y&quot;">é</b>',
  });
});

test("refuses what is not well formed, rather than print half of it", () => {
  expect(() => readMarkup("<p><b></p>")).toThrow("not well formed");
});

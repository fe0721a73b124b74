import { expect, test } from "vitest";
import { linksIn } from "./links-in.ts";

test("finds each address once, as it is meant", () => {
  const html =
    '<a href="http://a.example/r/1?x=1&amp;y=2">One</a><a href="http://a.example/r/1?x=1&amp;y=2">Two</a><link href="mailto:x@y">';
  expect(linksIn(html)).toEqual(["http://a.example/r/1?x=1&y=2"]);
});

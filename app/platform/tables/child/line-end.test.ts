import { expect, test } from "vitest";
import { lineEndOf } from "./line-end.ts";

test.each([
  ["Name\nAna\r\n", "\n"],
  ["Name\r\nAna\n", "\r\n"],
  ["Name\rAna\r", "\r"],
  ['"Job\ntitle";"Of\r\nfice"\r\nAna\n', "\r\n"],
  ['"5"" pipe\n",x\r\n', "\r\n"],
  ['5" pipe\nAna\r\n', "\n"],
  ['"a""""\n"\r\n', "\r\n"],
  ["", "\n"],
  ["no line end", "\n"],
  ['"never closed\r\nAna\r\n', "\n"],
])("the lines of %j end with %j", (text, expected) => {
  expect(lineEndOf(Buffer.from(text))).toBe(expected);
});

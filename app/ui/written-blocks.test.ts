import { expect, test } from "vitest";
import { writtenBlocks } from "./written-blocks.ts";

test("headings, paragraphs and lists are told apart", () => {
  expect(writtenBlocks("# Who\n\nWe do.\r\nAll of us.\n\n- one\n- two\n\nAfter")).toEqual([
    { kind: "heading", text: "Who" },
    { kind: "paragraph", text: "We do.\nAll of us." },
    { kind: "list", items: ["one", "two"] },
    { kind: "paragraph", text: "After" },
  ]);
});

test("a list needs no empty line around it, and a dash within a line makes none", () => {
  expect(writtenBlocks("We keep:\n- a\n- b\n#1 of all - really\nand on")).toEqual([
    { kind: "paragraph", text: "We keep:" },
    { kind: "list", items: ["a", "b"] },
    { kind: "paragraph", text: "#1 of all - really\nand on" },
  ]);
  expect(writtenBlocks(" \n\n")).toEqual([]);
});

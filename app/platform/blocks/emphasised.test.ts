import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { texts } from "../i18n/i18n.ts";
import { emphasised } from "./emphasised.ts";

const t: TFunction<string> = texts.getFixedT(null, "report");

test("what a text makes strong is a span of its own", () => {
  expect(emphasised(t, "glance.more", { name: "Planning" })).toEqual([
    { text: "Planning", strong: true },
    { text: ": others would like more of it." },
  ]);
});

test("a tag in a name is part of the name", () => {
  const name = "A <strong>b</strong> & </strong>";
  expect(emphasised(t, "glance.more", { name })[0]).toEqual({ text: name, strong: true });
});

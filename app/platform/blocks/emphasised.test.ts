import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { texts } from "../i18n/i18n.ts";
import { emphasised } from "./emphasised.ts";

const t: TFunction<string> = texts.getFixedT(null, "report");

const key = "glance.start.off";

test("what a text makes strong is a span of its own", () => {
  expect(emphasised(t, key, { behaviour: "Planning", direction: "more of it" })).toEqual([
    { text: "Planning", strong: true },
    { text: ", more of it." },
  ]);
});

test("a tag in a name is part of the name", () => {
  const name = "A <strong>b</strong> & </strong>";
  expect(emphasised(t, key, { behaviour: name, direction: "" })[0]).toEqual({
    text: name,
    strong: true,
  });
});

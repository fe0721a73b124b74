import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { markup } from "~/ui/testing/render.tsx";
import { previewData } from "../answering/preview-data.ts";
import { everyKind } from "../gallery/every-kind.ts";
import { QuestionnairePreview } from "./questionnaire-preview.tsx";

const data = previewData(everyKind(), { relationship: "peer", name: "Sam" });
const html = markup(
  <I18nextProvider i18n={textsIn("en")}>
    <QuestionnairePreview
      data={data}
      part="scales"
      addressOf={(part) => `/preview?page=${part}`}
      said="Preview"
    />
  </I18nextProvider>,
);

test("it shows every question, also those that are asked only after certain answers, and says after which", () => {
  for (const { text } of data.sections.flatMap(({ items }) => items))
    expect(html).toContain(text.replaceAll("'", "&#x27;"));
  expect(html).not.toMatch(/<div[^>]*data-item="[^"]*"[^>]*hidden/);
  expect(html).toContain(
    "Only asked of those who answer “Where do you mostly work?” with “At home”.",
  );
});

test("nothing of it can be filled in or sent", () => {
  expect(html).not.toContain("<form");
  const [before = "", ...inside] = html.split("<fieldset disabled");
  expect(inside).toHaveLength(1);
  for (const control of ["<input", "<textarea", "<select", "<button"])
    expect(before).not.toContain(control);
  expect(html).not.toContain("data-save=");
});

test("parts lead on and back by addresses, and nowhere where answers would be sent", () => {
  expect(html).toContain('href="/preview?page=others"');
  expect(html).toContain('href="/preview?page=scales"');
  expect(html).not.toContain("page=send");
});

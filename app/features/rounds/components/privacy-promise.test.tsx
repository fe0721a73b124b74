import type { ComponentProps } from "react";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { relationships } from "~/features/questionnaires/domain/index.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { markup } from "~/ui/testing/render.tsx";
import { readersOf } from "../domain/report-readers.ts";
import { PrivacyPromise } from "./privacy-promise.tsx";

const settings = ["hr", "date", "coach"].flatMap((releaseMode) =>
  [true, false].map((hrKeepsReports) => ({ releaseMode, hrKeepsReports })),
);

test.each(
  settings.flatMap((each) =>
    (["en", "de"] as const).flatMap((language) =>
      relationships.map((relationship) => ({ ...each, language, relationship })),
    ),
  ),
)(
  "$relationship is told in $language who reads it: $releaseMode, kept $hrKeepsReports",
  ({ language, relationship, ...settled }) => {
    const i18n = textsIn(language);
    const html = markup(
      <I18nextProvider i18n={i18n}>
        <PrivacyPromise relationship={relationship} name="Ada" minimum={4} {...settled} />
      </I18nextProvider>,
    );
    const kind = readersOf(settled);
    const said = i18n.t(
      relationship === "self" ? `readers:asked.${kind}` : `readers:name.${kind}`,
      {
        name: "Ada",
      },
    );
    const words = html.replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
    expect(words).toContain(said);
    // Nobody else says anything of it beside that sentence.
    expect(words.replace(said, "")).not.toMatch(/HR (may keep|cannot open|can open)/);
  },
);

test("where no report is made, nothing is said of who reads it", () => {
  const html = markup(
    <PrivacyPromise
      {...{
        relationship: "peer",
        name: "Ada",
        minimum: 4,
        releaseMode: null,
        hrKeepsReports: false,
      }}
    />,
  );
  expect(html).not.toMatch(/open the report/);
});

const inWords = (props: ComponentProps<typeof PrivacyPromise>) =>
  markup(
    <I18nextProvider i18n={textsIn("en")}>
      <PrivacyPromise {...props} />
    </I18nextProvider>,
  );

test("a preview marks what would be promised once it is saved, and nothing else", () => {
  const promised = { minimum: 3, releaseMode: "hr", hrKeepsReports: false };
  const marked = (now: typeof promised) => {
    const preview = { saved: promised };
    const html = inWords({ relationship: "peer", name: "Ada", ...now, preview });
    return [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, line]) => line);
  };
  expect(marked(promised)).toEqual([]);
  expect(marked({ ...promised, hrKeepsReports: true })).toEqual([
    expect.stringContaining("HR may keep a file of it"),
  ]);
  expect(marked({ ...promised, minimum: 4 })).toHaveLength(2);
});

test("what a preview says without the marks is what the page itself says", () => {
  const promised = { minimum: 3, releaseMode: "coach", hrKeepsReports: true };
  const saved = { minimum: 4, releaseMode: "hr", hrKeepsReports: false };
  const words = (html: string) => html.replace(/<[^>]+>/g, "");
  for (const relationship of relationships) {
    const own = { relationship, name: "Ada", ...promised };
    expect(words(inWords({ ...own, preview: { saved } }))).toBe(words(inWords(own)));
  }
});

import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Said } from "~/platform/open-pages/say.ts";
import { toHtml } from "~/platform/open-pages/to-html.ts";
import { situationsFor } from "../domain/choices.ts";
import { type Answers, QUESTIONS } from "../domain/order.ts";
import { builtInGuide } from "../library/built-in-guide.server.ts";
import { FoundView } from "./found-view.tsx";
import { HatsView } from "./hats-view.tsx";

const alike = (node: ReactNode) => {
  const html = toHtml(node);
  expect(html).toBe(renderToStaticMarkup(node));
  // No text is missing, and nothing is left to be filled in.
  expect(html).not.toMatch(/\{\{|undefined|NaN|\[object|<(h2|h3|p|legend|label)( [^>]*)?><\//);
  return html;
};

describe.each(languages)("in %s", (language) => {
  const { situations, index } = builtInGuide(language);
  const said = textsIn(language).getResourceBundle(language, "guide-view") as Said;

  test("situations that were found are drawn in a browser as by React", () => {
    const listed = situations.map((each) => ({ ...each, href: `/guide/${each.key}` }));
    const view = { said, language, situations: listed, topics: [] };
    for (const hat of ["", "managing", "leading"] as const)
      for (const q of ["", situations[0]?.words.title ?? "", "xylophone"]) {
        const choices = { q, hat, topic: "" };
        const shown = situationsFor(listed, index, choices);
        alike(<FoundView {...{ view, choices, shown }} />);
      }
  });

  test("so are the hats of each situation, for each of the 32 answers and for fewer", () => {
    for (const { key, words } of situations) {
      const view = { said, language, own: `/guide/${key}`, lang: null, words };
      alike(<HatsView view={view} answers={{}} />);
      alike(<HatsView view={{ ...view, lang: "de" }} answers={{ urgent: "no" }} />);
    }
    const [first] = situations;
    if (!first) throw new Error("no situation");
    const view = { said, language, own: "/guide/x", lang: null, words: first.words };
    for (let pattern = 0; pattern < 32; pattern += 1) {
      const answers = Object.fromEntries(
        QUESTIONS.map((question, at) => [question, (pattern >> at) & 1 ? "yes" : "no"]),
      ) as Answers;
      alike(<HatsView view={view} answers={answers} />);
    }
  });
});

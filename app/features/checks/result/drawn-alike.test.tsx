import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import type { Said } from "~/platform/open-pages/say.ts";
import { toHtml } from "~/platform/open-pages/to-html.ts";
import { itemOrder, valuesOf } from "../domain/check.ts";
import { scalesIn } from "../library/as-instrument.server.ts";
import { builtInChecks } from "../library/built-in-checks.server.ts";
import { CompareView } from "./compare-view.tsx";
import { NoResult } from "./no-result.tsx";
import type { ResultPage } from "./result-data.ts";
import { ResultTools } from "./result-tools.tsx";
import { ResultView } from "./result-view.tsx";

function pagesIn(language: string): ResultPage[] {
  return builtInChecks(language).map(({ check, words }) => ({
    ...{ check, words, language },
    said: textsIn(language).getResourceBundle(language, "check-result") as Said,
    choices: scalesIn(language)[check.scale]?.options ?? [],
    ways: { team: "/checks/x", alone: "/checks/x/alone" },
    situation: { title: "A situation", href: "/guide/x" },
  }));
}

const alike = (node: ReactNode) => {
  const html = toHtml(node);
  expect(html).toBe(renderToStaticMarkup(node));
  return html;
};

describe.each(languages)("in %s", (language) => {
  test.each(pagesIn(language))(
    "a result of $check.key is drawn in a browser as by React",
    (page) => {
      const items = itemOrder(page.check).length;
      const rating = fc.option(fc.constantFrom(...valuesOf(page.check.scale)), { freq: 5 });
      const ratings = fc.array(rating, { minLength: items, maxLength: items });
      readIn(language, () =>
        fc.assert(
          fc.property(ratings, ratings, fc.constantFrom("team", "alone"), (one, other, voice) => {
            const answered = { voice: voice as "team" | "alone", ratings: one };
            const html = alike(<ResultView page={page} answered={answered} />);
            // Nothing is left to be filled in, and nothing was lost on the way.
            expect(html).not.toMatch(/\{\{|undefined|NaN|\[object/);
            const before = { ratings: other, on: "2026-03-02" };
            alike(<CompareView page={page} ratings={one} before={before} count={2} />);
          }),
          { numRuns: 15 },
        ),
      );
      alike(<ResultTools page={page} voice="team" code="1t0-0000000" />);
      for (const reason of ["none", "damaged", "other-version"] as const)
        expect(alike(<NoResult page={page} reason={reason} />)).not.toContain("undefined");
    },
  );
});

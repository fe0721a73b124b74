import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { texts } from "~/platform/i18n/i18n.ts";
import type { BundleView, CycleFiles } from "./bundle-reads.server.ts";
import { CycleFilesView } from "./cycle-files-view.tsx";

const bundle: BundleView = {
  id: "b",
  state: "ready",
  done: 2,
  total: 2,
  requestedAt: "2026-03-02T12:00:00.000Z",
  expiresAt: "2026-03-09T12:00:00.000Z",
};
const page = (files: Partial<CycleFiles>, refused: "not-kept" | null = null) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={texts}>
      <CycleFilesView
        files={{
          cycleId: "c",
          cycleName: "Spring",
          kept: true,
          released: 3,
          bundles: [],
          ...files,
        }}
        refused={refused}
      />
    </I18nextProvider>,
  );

test("where it was not said beforehand there is no button, and the reason", () => {
  const html = page({ kept: false });
  expect(html).not.toContain("<form");
  expect(html).toContain("belong to their participants alone");
});

test("asks with the number of reports; while one is made it shows how far, loads itself again, and has no second button", () => {
  expect(page({})).toContain("Make a file of 3 reports");
  const html = page({ bundles: [{ ...bundle, state: "working", done: 1 }] });
  expect(html).toContain("1 of 2");
  expect(html).toContain('http-equiv="refresh"');
  expect(html).not.toContain("<form");
});

test("one that is ready can be fetched, and says until when", () => {
  const html = page({ bundles: [bundle] });
  expect(html).toContain('href="/cycles/c/files/b"');
  expect(html).toContain("Deleted on 9 March 2026.");
  expect(html).not.toContain("refresh");
});

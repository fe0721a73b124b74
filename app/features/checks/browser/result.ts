/**
 * Runs on the page of results: makes one of what stands behind the # of the address, which no server gets, and does
 * with it what its reader asks for, all in the browser.
 */

import { toHtml } from "~/platform/open-pages/to-html.ts";
import { readCode } from "../domain/result-code.ts";
import { CompareView } from "../result/compare-view.tsx";
import { NoResult } from "../result/no-result.tsx";
import type { Answered, ResultPage } from "../result/result-data.ts";
import { ResultTools } from "../result/result-tools.tsx";
import { ResultView } from "../result/result-view.tsx";
import { drawCard } from "./card.ts";
import { forget, keep, keptOf } from "./kept.ts";

const place = document.querySelector<HTMLElement>("[data-result-page]");
if (place) showIn(place);

function showIn(place: HTMLElement): void {
  const page = JSON.parse(place.dataset.resultPage ?? "") as ResultPage;
  const languages = document.querySelectorAll<HTMLAnchorElement>("[data-languages] a");
  const show = () => {
    for (const link of languages) link.hash = location.hash;
    const read = readCode(page.check, location.hash);
    place.innerHTML = read.ok
      ? resultHtml(page, read, codeIn(location.hash))
      : toHtml(NoResult({ page, reason: read.reason }));
  };
  place.addEventListener("click", (event) => {
    const wanted = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    const read = readCode(page.check, location.hash);
    if (wanted && read.ok) act(wanted, page, read, show);
  });
  addEventListener("hashchange", show);
  // On paper there is nothing to press: why a figure is what it is stands there.
  addEventListener("beforeprint", () => {
    for (const each of place.querySelectorAll("details")) each.open = true;
  });
  show();
}

function resultHtml(page: ResultPage, answered: Answered, code: string): string {
  const { voice, ratings } = answered;
  const kept = keptOf(page.check.key);
  const before = kept
    .filter((each) => each.code !== code)
    .flatMap(({ code: other, on }) => {
      const read = readCode(page.check, other);
      return read.ok ? [{ ratings: read.ratings, on }] : [];
    })
    .at(-1);
  const parts = [
    ResultView({ page, answered }),
    before && CompareView({ page, ratings, before, count: kept.length }),
    ResultTools({ page, voice, code }),
  ];
  return `<div class="grid gap-10">${parts.map(toHtml).join("")}</div>`;
}

function act(wanted: string, page: ResultPage, answered: Answered, show: () => void): void {
  const { said, check } = page;
  const code = codeIn(location.hash);
  const tell = (text: string | undefined) => {
    const told = document.querySelector("[data-told]");
    if (told) told.textContent = text ?? "";
  };
  if (wanted === "print") print();
  else if (wanted === "keep")
    tell(keep({ check: check.key, code, on: today() }) ? said.kept : said.notKept);
  else if (wanted === "forget") {
    forget(check.key);
    show();
    tell(said.forgotten);
  } else if (wanted === "card")
    drawCard(page, answered).then(
      () => tell(said.cardDone),
      () => tell(said.cardFailed),
    );
}

function codeIn(hash: string): string {
  return hash.replace(/^#/, "");
}

/** The day where somebody is, such as "2026-03-02". */
function today(): string {
  const now = new Date();
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

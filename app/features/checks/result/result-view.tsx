import { listed } from "~/platform/i18n/format.ts";
import { say } from "~/platform/open-pages/say.ts";
import { FindingTitle } from "~/ui/finding-title.tsx";
import { findingOf } from "../domain/finding.ts";
import { type Result, score } from "../domain/score.ts";
import { PartText } from "./part-text.tsx";
import type { Answered, ResultPage } from "./result-data.ts";
import { ResultTable } from "./result-table.tsx";

type Props = { page: ResultPage; answered: Answered };

const heading = "font-serif text-xl font-semibold tracking-tight";

/**
 * Somebody's result: the finding, the picture, each part with the answers behind it, what it can't tell, and one
 * practice. A page of the server and the page's own script draw it alike, so no component in it may have a hook.
 */
export function ResultView({ page, answered }: Props) {
  const { check, words, said, language, situation } = page;
  const result = score(check, answered.ratings);
  const { practice } = words;
  return (
    <div className="grid gap-10">
      <section className="grid gap-5">
        <Notes page={page} result={result} />
        <figure className="@container min-w-0" data-print="together">
          <FindingTitle>{findingText(page, result)}</FindingTitle>
          <ResultTable page={page} result={result} />
        </figure>
        <ul className="grid max-w-reading gap-1 text-sm text-ink-muted">
          <li>{said.selfOnly}</li>
          <li>{said.halfPoint}</li>
          <li>{said.noNorms}</li>
        </ul>
      </section>
      <section className="grid gap-4">
        <h2 className={heading}>{said.partByPart}</h2>
        {result.parts.map((part, index) => (
          <PartText key={part.key} {...{ page, answered, part, index }} />
        ))}
      </section>
      <section
        className="grid gap-3 rounded-large border border-line bg-surface p-5 sm:p-6"
        data-print="together"
      >
        <h2 className={heading}>{said.practice}</h2>
        <p className="text-lg font-semibold">{practice.name}</p>
        <p>{answered.voice === "team" ? practice.how : practice.alone}</p>
        <p className="text-ink-muted">
          {say(said, language, "notice")} {practice.notice}
        </p>
      </section>
      <section className="grid gap-2 print:hidden">
        <h2 className={heading}>{said.situation}</h2>
        <p className="max-w-reading">
          {said.situationLead}{" "}
          <a
            className="font-medium text-accent underline underline-offset-[0.2em]"
            href={situation.href}
          >
            {situation.title}
          </a>
        </p>
      </section>
      <section className="grid gap-2" data-print="together">
        <h2 className={heading}>{said.ownLimits}</h2>
        <p className="max-w-reading">{words.limits}</p>
      </section>
    </div>
  );
}

/** What to know before the figures: what was left out, and answers that are all alike. */
function Notes({ page: { said, language }, result }: { page: ResultPage; result: Result }) {
  const notes = [
    result.open > 0 && say(said, language, "open", { count: result.open }),
    result.isAllAlike && said.alike,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <div className="grid max-w-reading gap-1 rounded-large border border-line-strong/50 bg-surface px-4 py-3">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

/** The finding in words. */
export function findingText({ check, words, said, language }: ResultPage, result: Result): string {
  const finding = findingOf(check, result);
  switch (finding.kind) {
    case "signs":
    case "highest": {
      const names = finding.parts.map((key) => words.parts[key]?.name ?? key);
      const values = { count: names.length, parts: listed(names) };
      return say(said, language, finding.kind, values);
    }
    default:
      return say(said, language, camel(finding.kind));
  }
}

function camel(words: string): string {
  return words.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

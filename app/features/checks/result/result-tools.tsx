import { Button } from "~/ui/button.tsx";
import type { Voice } from "../domain/check.ts";
import type { ResultPage } from "./result-data.ts";

type Props = {
  page: ResultPage;
  voice: Voice;
  /** The result as an address holds it: the asking page fills itself in from it. */
  code: string;
};

/** What may be done with a result on one's own device: print, draw, keep, change, begin again. Needs the script. */
export function ResultTools({ page: { said, ways }, voice, code }: Props) {
  const link = "font-medium text-accent underline underline-offset-[0.2em]";
  return (
    <section className="grid gap-3 print:hidden">
      <div className="flex flex-wrap gap-3">
        <Button type="button" data-do="print">
          {said.print}
        </Button>
        <Button type="button" data-do="card">
          {said.card}
        </Button>
        <Button type="button" data-do="keep">
          {said.keep}
        </Button>
      </div>
      <p role="status" data-told className="text-sm text-ink-muted" />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <a className={link} href={`${ways[voice]}#${code}`}>
          {said.changeAnswers}
        </a>
        <a className={link} href={ways[voice]}>
          {said.again}
        </a>
      </p>
    </section>
  );
}

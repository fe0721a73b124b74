import type { Said } from "~/platform/open-pages/say.ts";
import { Points } from "~/ui/points.tsx";
import type { Hat } from "../domain/situation.ts";
import type { ListedSituation } from "./guide-view.ts";

type Props = {
  said: Said;
  situations: readonly ListedSituation[];
  /** Whose first moves are shown. */
  hat: Hat | "";
  level: 2 | 3;
};

const link =
  "rounded-small text-accent underline decoration-1 underline-offset-[0.2em] hover:decoration-2 pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

/** Situations, each with the way to it; with a hat chosen, with what that hat does there today. */
export function SituationList({ said, situations, hat, level }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="grid gap-3">
      {situations.map(({ key, words, href }) => (
        <li key={key} className="rounded-large border border-line bg-surface p-4 sm:px-5">
          <Heading className="text-lg font-semibold">
            <a className={link} href={href}>
              {words.title}
            </a>
          </Heading>
          <p className="mt-0.5">{words.summary}</p>
          {hat !== "" && (
            <div className="mt-3 grid gap-1.5">
              <p className="text-sm font-medium text-ink-muted">{said[`firstMoves-${hat}`]}</p>
              <Points points={words.moves[hat].today} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

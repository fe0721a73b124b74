import { useId } from "react";
import type { Line, MinuteBlock } from "~/platform/blocks/block.ts";
import { ButtonLink } from "../button.tsx";
import { ArrowRightIcon, KeepIcon, MinusIcon, PlusIcon } from "../icons.tsx";
import { Sure } from "../sure.tsx";
import { InWords } from "./words.tsx";

const signs = { more: PlusIcon, less: MinusIcon, keep: KeepIcon };

type Way = MinuteBlock["ways"][number];

/** All of a report in one look: in words first, how sure second, figures last. */
export function Minute({
  block: { verdict, rests, ways, instead, start },
}: {
  block: MinuteBlock;
}) {
  return (
    <>
      <p className="max-w-form font-serif text-2xl font-semibold tracking-tight text-balance sm:text-3xl">
        {verdict}
      </p>
      <ul className="mt-4 grid gap-1.5">
        {rests.map((line, index) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-2.5">
            <Said line={line} />
          </li>
        ))}
      </ul>
      {instead && <p className="mt-5 max-w-reading text-ink-muted">{instead}</p>}
      {ways.length > 0 && (
        <div className="mt-6 grid border-t border-line md:grid-cols-3 md:divide-x md:divide-line">
          {ways.map((way) => (
            <OneWay key={way.way} way={way} />
          ))}
        </div>
      )}
      {start && (
        <div className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line pt-5">
          <p className="min-w-0 flex-1 basis-72">
            <span className="block text-sm font-semibold text-ink-muted">{start.title}</span>
            <InWords words={start.words} />
          </p>
          <ButtonLink href={start.href} variant="primary" wide>
            {start.label}
            <ArrowRightIcon className="rtl:-scale-x-100" />
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function OneWay({ way: { way, title, items, none } }: { way: Way }) {
  const id = useId();
  const Sign = signs[way];
  return (
    <section
      aria-labelledby={id}
      className="border-line py-4 max-md:not-first:border-t md:px-5 md:pb-1 md:first:ps-0 md:last:pe-0"
    >
      <h3 id={id} className="flex items-center gap-2 text-sm font-semibold text-ink-muted">
        <Sign />
        {title}
      </h3>
      {items.length === 0 ? (
        <p className="mt-2 text-sm text-ink-muted">{none}</p>
      ) : (
        <ul className="mt-2 grid gap-3">
          {items.map((line, index) => (
            <li key={index} className="grid gap-0.5">
              <Said line={line} strong />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is said, how sure it is, and what that rests on. */
function Said({ line: { words, sure, under }, strong = false }: { line: Line; strong?: boolean }) {
  return (
    <>
      <span className={strong ? "font-serif text-lg leading-6 font-semibold" : undefined}>
        <InWords words={words} />
      </span>
      {sure && <Sure sure={sure} />}
      {under && <span className="text-sm text-ink-muted">{under}</span>}
    </>
  );
}

import type { ReactNode } from "react";
import type { WayTo } from "~/platform/blocks/block.ts";
import { Link } from "../link.tsx";
import { Diamond, HatMark, Interval } from "./marks.tsx";
import type { ChartTexts } from "./texts.ts";
import { type Tone, toneFill } from "./tone.ts";

type Props = { tone: Tone; own: boolean; texts: ChartTexts; reading?: WayTo | undefined };

/** What the marks stand for, and the way to what figures mean. */
export function ChartKey({ tone, own, texts: { key }, reading }: Props) {
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-5 gap-y-1 text-sm text-ink-muted">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 *:flex *:items-center *:gap-1.5">
        <li>
          <Sign>
            <HatMark x={8} y={8} tone={tone} />
          </Sign>
          {key.mean}
        </li>
        <li>
          <Sign>
            <Interval from={1.5} to={14.5} y={8} fill={toneFill[tone]} />
          </Sign>
          {key.likely}
        </li>
        {own && (
          <li>
            <Sign>
              <Diamond x={8} y={8} r={7} />
            </Sign>
            {key.self}
          </li>
        )}
      </ul>
      {reading && <HowToRead {...reading} />}
    </div>
  );
}

function Sign({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** Within reach of every figure. */
export function HowToRead({ label, href }: WayTo) {
  return (
    <Link tone="muted" href={href} className="print:hidden">
      {label}
    </Link>
  );
}

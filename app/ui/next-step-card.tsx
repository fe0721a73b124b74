import { type ReactNode, useId } from "react";
import { RaisedCard, type RaisedCardProps } from "./raised-card.tsx";

export interface NextStepCardProps extends Pick<RaisedCardProps, "edge"> {
  /** Over the title, such as "Your next step". */
  eyebrow: ReactNode;
  title: ReactNode;
  /** What it is about, and why now. */
  why?: ReactNode;
  /** One filled button, then what else may be done. */
  actions: ReactNode;
}

/** What to do next, where the reading ends in a button. */
export function NextStepCard({ eyebrow, title, why, actions, edge }: NextStepCardProps) {
  const id = useId();
  return (
    <RaisedCard labelledBy={id} {...(edge && { edge })}>
      <p className="mb-2.5 text-sm font-semibold text-ink-muted">{eyebrow}</p>
      <h2
        id={id}
        dir="auto"
        className="max-w-form font-serif text-2xl font-semibold tracking-tight wrap-anywhere sm:text-3xl"
      >
        {title}
      </h2>
      {why && (
        <p dir="auto" className="mt-2.5 max-w-form text-lg text-ink-muted wrap-anywhere">
          {why}
        </p>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
    </RaisedCard>
  );
}

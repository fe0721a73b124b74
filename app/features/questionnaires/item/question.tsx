import type { ReactNode } from "react";

type Props = { id: string; text: string; problem?: string | undefined; children: ReactNode };

/** A question with several controls: a group with the question as its name, and what is wrong with the answer. */
export function Question({ id, text, problem, children }: Props) {
  return (
    <fieldset
      id={id}
      className="border-t border-line py-5 print:break-inside-avoid"
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend className="float-left mb-3 w-full text-base font-medium text-ink sm:text-lg">
        {text}
      </legend>
      {problem && (
        <p id={`${id}-problem`} className="clear-both mb-2 text-sm font-semibold text-danger-text">
          {problem}
        </p>
      )}
      {children}
    </fieldset>
  );
}

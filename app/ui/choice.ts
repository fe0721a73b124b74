import type { ReactNode } from "react";

/** One answer to choose. */
export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Stands apart from a scale, such as "can't say". */
  apart?: boolean;
}

/** Id of a choice: the first carries the id of the whole field, so that an error summary leads there. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index}`;
}

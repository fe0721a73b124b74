/** Where something that a lower feature shows can go on to, in a higher one: `of` is what it is. */
export type Destination<Actor> = {
  of: "focus" | "follow-through";
  /** A text with its namespace, such as "plan:fromReport". */
  label: string;
  href: string;
  shownTo(actor: Actor): boolean;
};

/** One that is offered to whoever asks, in words that are ready to be shown. */
export type DestinationShown = { label: string; href: string };

import { createContext, type RouterContextProvider } from "react-router";
import type { Shut } from "../domain/standing.ts";

/** A form that could not be saved: why, and everything that was typed. */
export type KeptForm = {
  problem: Shut | "unknown" | "signed-out";
  typed: [field: string, value: string][];
};

const keptForm = createContext<KeptForm | null>(null);

/** Hands what was typed from the action to the page that says why it could not be saved. */
export function keepForm(context: Readonly<RouterContextProvider>, kept: KeptForm): void {
  context.set(keptForm, kept);
}

export function formKept(context: Readonly<RouterContextProvider>): KeptForm | null {
  return context.get(keptForm);
}

import { OPERATOR } from "~/features/identity/index.ts";

/** Whoever asks for what is done to whole organisations. */
export type Operator = { accountId: string };

/** Whoever runs the server, by a command. No account has that id, so nobody who is signed in does. */
export function mayRunServer({ accountId }: Operator): boolean {
  return accountId === OPERATOR;
}

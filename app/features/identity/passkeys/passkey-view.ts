/** A passkey as its owner sees it: days, and no times. */
export type PasskeyView = { id: string; name: string; since: string; lastDay: string | null };

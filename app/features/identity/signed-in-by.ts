/** `isWhole`: signed in; otherwise a code is asked for first. */
export type SignedInBy = { headers: Headers; isWhole: boolean };

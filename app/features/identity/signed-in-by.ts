/** `isWhole`: signed in; otherwise a code is asked for first. */
export type SignedInBy = {
  headers: Headers;
  isWhole: boolean;
  /** Nothing was opened: this organisation wants them to come by its own provider. */
  elsewhere?: string;
};

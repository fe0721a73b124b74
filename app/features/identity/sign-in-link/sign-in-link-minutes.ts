/** For how long a link to sign in with is good. */
export const SIGN_IN_LINK_MINUTES = 15;

/** For how long a link to choose a new password is good. */
export const NEW_PASSWORD_MINUTES = 60;

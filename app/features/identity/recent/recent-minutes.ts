/** For how long somebody who showed who they are is not asked again. */
export const RECENT_MINUTES = 15;

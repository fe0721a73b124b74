/** How often something may be tried and missed before each further try has to wait. */
export type TryLimit = {
  /** Tries at once; the last of them begins the first wait. */
  tries: number;
  /** When tries are forgotten, counted from the first. */
  hours: number;
  /** Minutes to wait after each try from then on; the last one stays. */
  waits: readonly [number, ...number[]];
  /** Getting it right proves who it was, and everything is forgotten. Otherwise only that one try is. */
  forgiving: boolean;
};

const GROWING = [1, 2, 4, 8, 15] as const;

/**
 * The numbers behind decision 22. A day of guessing at one account gives at most 108 guesses from one place or one
 * known device, and 218 from everywhere else together; one place has at most 106 guesses an hour, however many accounts
 * it tries.
 */
export const tryLimits = {
  /** One account from one place that it is not known to use. */
  accountFromClient: { tries: 10, hours: 24, waits: GROWING, forgiving: true },
  /** One account from everywhere that it is not known to use. More than a single place can spend in a day. */
  account: { tries: 120, hours: 24, waits: GROWING, forgiving: false },
  /** One account on a device that has signed in to it before: nobody else spends these. */
  device: { tries: 10, hours: 24, waits: GROWING, forgiving: true },
  /** One place, whatever it tries. An office of hundreds is one place, and mistypes. */
  client: { tries: 100, hours: 1, waits: GROWING, forgiving: false },
  /** One personal link. */
  link: { tries: 10, hours: 24, waits: GROWING, forgiving: true },
  /** A code for an account, after its password. 108 guesses a day, each one of 333,333 with the steps that count. */
  code: { tries: 10, hours: 24, waits: GROWING, forgiving: true },
  codeOnDevice: { tries: 10, hours: 24, waits: GROWING, forgiving: true },
  /** Asking for a new password from one place for one address: more would only fill somebody's post. */
  newPasswordFromClient: { tries: 3, hours: 1, waits: [15], forgiving: false },
  /** The same from everywhere. Whoever forgot theirs waits a quarter of an hour at most, whatever others do. */
  newPassword: { tries: 10, hours: 24, waits: [15], forgiving: false },
  /** Asking for a link to sign in with, from one place for one address and from everywhere. */
  signInLinkFromClient: { tries: 5, hours: 1, waits: [15], forgiving: false },
  signInLink: { tries: 20, hours: 24, waits: [15], forgiving: false },
  /** Wishing for another address: letters go to both of them. */
  newAddress: { tries: 5, hours: 24, waits: [60], forgiving: false },
  /** Choosing one by a link that was sent. */
  newPasswordLink: { tries: 10, hours: 1, waits: GROWING, forgiving: true },
  setUpCodeFromClient: { tries: 10, hours: 1, waits: GROWING, forgiving: true },
  /** The set-up code from everywhere: far from 2^48, and far from what it takes to keep its owner out. */
  setUpCode: { tries: 10_000, hours: 1, waits: [1], forgiving: false },
  /** A token of provisioning from one place: 256 random bits, so this keeps the server from being kept busy. */
  provisioningFromClient: { tries: 100, hours: 1, waits: GROWING, forgiving: false },
  /** The same for one organisation from everywhere. */
  provisioning: { tries: 10_000, hours: 1, waits: [1], forgiving: false },
} satisfies Record<string, TryLimit>;

export type TryLimitName = keyof typeof tryLimits;

/** Minutes to wait after a try that waited its turn, when `before` others had to before it. */
export function minutesToWait({ waits }: TryLimit, before: number): number {
  return waits[Math.min(Math.max(before, 0), waits.length - 1)] ?? waits[0];
}

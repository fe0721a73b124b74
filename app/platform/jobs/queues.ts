import type { Queue } from "pg-boss";

/**
 * What comes again by itself: one run at a time, however many processes there are, and one more that waits. A process
 * that was killed is missed after a minute.
 */
const byTheClock = {
  policy: "stately",
  retryLimit: 1,
  retryDelay: 60,
  heartbeatSeconds: 60,
  expireInSeconds: 3_600,
  deleteAfterSeconds: 86_400,
} as const;

/** Every queue, with how often its work is tried again. Created by the migration, as their owner. */
export const queues = {
  // Refused letters make a new job for their next try; these tries are for a process or database that went away. A
  // process that was killed is missed after a minute; one that lives may take long over a hundred letters, with a slow
  // mail server.
  "send-message": {
    retryLimit: 8,
    retryDelay: 30,
    retryBackoff: true,
    heartbeatSeconds: 60,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 86_400,
  },
  "wake-letters": byTheClock,
  // A process that was killed while scoring gives no sign of life for half a minute; whoever looks for such next
  // (MISSED_JOBS_SECONDS) lets another go on.
  "score-cycle": {
    retryLimit: 5,
    retryDelay: 5,
    heartbeatSeconds: 30,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 86_400,
  },
  // Small, and all in one transaction.
  "score-pulse": {
    retryLimit: 5,
    retryDelay: 5,
    heartbeatSeconds: 30,
    expireInSeconds: 600,
    deleteAfterSeconds: 86_400,
  },
  "tell-suggestions": {
    retryLimit: 5,
    retryDelay: 5,
    heartbeatSeconds: 30,
    expireInSeconds: 600,
    deleteAfterSeconds: 86_400,
  },
  "tell-away": {
    retryLimit: 5,
    retryDelay: 5,
    heartbeatSeconds: 30,
    expireInSeconds: 600,
    deleteAfterSeconds: 86_400,
  },
  "bundle-reports": {
    retryLimit: 3,
    retryDelay: 20,
    heartbeatSeconds: 60,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 86_400,
  },
  "remind-asked": {
    retryLimit: 5,
    retryDelay: 60,
    retryBackoff: true,
    heartbeatSeconds: 60,
    deleteAfterSeconds: 86_400,
  },
  "account-letter": {
    retryLimit: 8,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 300,
    deleteAfterSeconds: 3_600,
  },
  "tell-owners": { retryLimit: 8, retryDelay: 30, deleteAfterSeconds: 86_400 },
  "tell-of-choices": { retryLimit: 8, retryDelay: 30, deleteAfterSeconds: 86_400 },
  // These two come again with the time that is kept.
  "tell-of-addresses": { retryLimit: 5, retryDelay: 30, deleteAfterSeconds: 86_400 },
  "send-held-letters": { retryLimit: 5, retryDelay: 30, deleteAfterSeconds: 86_400 },
  "keep-time": byTheClock,
} as const satisfies Record<string, Omit<Queue, "name">>;

/** What each queue's jobs carry: ids, and the language to work in; never a name, an address or an answer. */
export type JobPayloads = {
  "send-message": { organisationId: string; messageId: string };
  "wake-letters": Record<string, never>;
  "score-cycle": { organisationId: string; cycleId: string };
  "score-pulse": { organisationId: string; pulseId: string };
  "tell-suggestions": { organisationId: string; roundId: string };
  "tell-away": { organisationId: string; roundId: string };
  "bundle-reports": { organisationId: string; bundleId: string; language?: string };
  "remind-asked": { organisationId: string; cycleId: string; personIds: string[] };
  "account-letter": { accountId: string; about: AccountNews };
  "tell-of-addresses": { organisationId: string };
  /** Which of a person's own choices were replaced, by the names of fields. */
  "tell-of-choices": { organisationId: string; personId: string; fields: string[] };
  "send-held-letters": { organisationId: string };
  "tell-owners": { organisationId: string; about: OwnerNews };
  "keep-time": Record<string, never>;
};

/**
 * Queues whose jobs are not done while their organisation is suspended, and not made up for: they write to people.
 * Scoring is done all the same, since severing what was closed is delayed by nothing.
 */
export const restWhileSuspended: readonly QueueName[] = [
  "remind-asked",
  "tell-of-addresses",
  "tell-of-choices",
  "send-held-letters",
];

/** What a letter to the owner of an account is about. */
export type AccountNews =
  | "forgotten"
  | "sign-in"
  | "changed"
  | "factor-on"
  | "factor-off"
  | "recovered"
  | "passkey-on"
  | "passkey-off"
  | "passkey-odd"
  | "provider-linked"
  | "address-asked"
  | "address-confirm"
  | "address-stopped"
  | "address-moved";

/** What every owner of an organisation is told of how people get in there. */
export type OwnerNews =
  | "break-glass"
  | "provider-added"
  | "provider-changed"
  | "provider-removed"
  | "demanded"
  | "not-demanded"
  | "domain-missing"
  | "domain-lost";

export type QueueName = keyof typeof queues & keyof JobPayloads;

/**
 * When work comes by the clock, as cron says it in UTC. Written down by the migration, so it outlives every process.
 */
export const schedules = {
  "keep-time": "*/15 * * * *",
  "wake-letters": "*/3 * * * *",
} as const satisfies Partial<Record<QueueWithoutPayload, string>>;

export const queueNames = Object.keys(queues) as readonly QueueName[];

/** Queues whose jobs say only that it is time. */
export type QueueWithoutPayload = {
  [Name in QueueName]: JobPayloads[Name] extends Record<string, never> ? Name : never;
}[QueueName];

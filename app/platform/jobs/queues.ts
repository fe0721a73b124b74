import type { Queue } from "pg-boss";

/** Every queue, with how often its work is tried again. Created by the migration, as their owner. */
export const queues = {
  "send-message": { retryLimit: 8, retryDelay: 30, retryBackoff: true, deleteAfterSeconds: 86_400 },
  "score-cycle": {
    retryLimit: 5,
    retryDelay: 5,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 86_400,
  },
} as const satisfies Record<string, Omit<Queue, "name">>;

/** What each queue's jobs carry: ids only, never a name, an address or an answer. */
export type JobPayloads = {
  "send-message": { organisationId: string; messageId: string };
  "score-cycle": { organisationId: string; cycleId: string };
};

export type QueueName = keyof typeof queues & keyof JobPayloads;

import { z } from "zod";

/** Letters whose wording is ours alone, to people with a page of their own. */
export const noticeKinds = [
  "nomination",
  "nomination-reminder",
  "team-nomination-reminder",
  "approval-request",
  "nomination-returned",
  "team-nomination",
  "team-returned",
  "report-ready",
  "report-to-read",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What a notice needs to be written later: everything but its reader's name, address, language and link. */
export const heldNotice = z.object({
  kind: z.enum(noticeKinds),
  dates: z.record(z.string(), z.string().nullable()),
  path: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  count: z.number().int(),
});

export type HeldNotice = z.infer<typeof heldNotice>;

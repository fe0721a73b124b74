import nodemailer from "nodemailer";
import type { Env } from "../env/env.server.ts";

export type Letter = {
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
};

/** `outbox` keeps letters for the development page; `smtp` hands them to a mail server. */
export type Mailer =
  | { kind: "outbox" }
  | { kind: "smtp"; send(letter: Letter): Promise<void>; close(): void };

/** As many letters at a time as most mail servers accept from one sender. */
export const MAIL_CONNECTIONS = 8;

const CONNECT_MS = 10_000;
const SILENCE_MS = 60_000;
/** While a server can't be reached, one letter in this time knocks; the others need not wait to hear the same. */
const UNREACHABLE_MS = 5_000;
const UNREACHABLE = new Set(["ESOCKET", "ECONNECTION", "ETIMEDOUT", "EDNS", "ECONNREFUSED"]);

/** The way letters leave: SMTP over a few connections that stay open when SMTP_URL is set, otherwise the outbox. */
export function createMailer(env: Pick<Env, "SMTP_URL" | "MAIL_FROM">): Mailer {
  if (!env.SMTP_URL) return { kind: "outbox" };
  const transport = nodemailer.createTransport(
    {
      url: env.SMTP_URL,
      pool: true,
      maxConnections: MAIL_CONNECTIONS,
      maxMessages: 500,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    },
    { from: env.MAIL_FROM },
  );
  let unreachable: { until: number; error: unknown } | null = null;
  return {
    kind: "smtp",
    send: async (letter) => {
      if (unreachable && performance.now() < unreachable.until) throw unreachable.error;
      try {
        await transport.sendMail({
          to: letter.to,
          subject: letter.subject,
          html: letter.html,
          text: letter.text,
        });
        unreachable = null;
      } catch (error) {
        if (isUnreachable(error))
          unreachable = { until: performance.now() + UNREACHABLE_MS, error };
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && "code" in error && UNREACHABLE.has(String(error.code));
}

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

/** The way letters leave: SMTP when SMTP_URL is set, otherwise the outbox. */
export function createMailer(env: Pick<Env, "SMTP_URL" | "MAIL_FROM">): Mailer {
  if (!env.SMTP_URL) return { kind: "outbox" };
  const transport = nodemailer.createTransport(env.SMTP_URL, { from: env.MAIL_FROM });
  return {
    kind: "smtp",
    send: async (letter) => {
      await transport.sendMail({
        to: letter.to,
        subject: letter.subject,
        html: letter.html,
        text: letter.text,
      });
    },
    close: () => transport.close(),
  };
}

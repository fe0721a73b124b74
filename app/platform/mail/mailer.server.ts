import nodemailer from "nodemailer";
import type { Env } from "../env/env.server.ts";

/** A picture that goes with a letter, and is named in it by `cid`. */
export type MailPicture = { cid: string; name: string; type: string; content: Buffer };

export type Letter = {
  /** Its Message-ID, in angle brackets: the same each time it is sent. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  pictures?: readonly MailPicture[];
  /** An address to which mail programs post that no more of its kind are wanted, without asking anybody (RFC 8058). */
  unsubscribe?: string;
};

/**
 * `smtp` hands letters to a mail server; `outbox` keeps them to be read on a page, in the demonstration and in
 * development alone; `none` can do neither, so letters wait.
 */
export type Mailer =
  | { kind: "none" }
  | { kind: "outbox" }
  | { kind: "smtp"; send(letter: Letter): Promise<void>; close(): void };

/** As many letters at a time as most mail servers accept from one sender. */
export const MAIL_CONNECTIONS = 8;

/** How long a mail server may take, in milliseconds. */
export type Patience = {
  /** Until it is reached and greets. */
  connect: number;
  /** Without a word. */
  silence: number;
  /** For one letter altogether, however it spends the time: some say a little now and then. */
  letter: number;
};

const PATIENCE: Patience = { connect: 10_000, silence: 60_000, letter: 150_000 };
/** While a server can't be reached, one letter in this time knocks; the others need not wait to hear the same. */
const UNREACHABLE_MS = 5_000;
const UNREACHABLE = new Set(["ESOCKET", "ECONNECTION", "ETIMEDOUT", "EDNS", "ECONNREFUSED"]);

/**
 * The way letters leave: SMTP over a few connections that stay open when SMTP_URL is set, otherwise none, or the
 * demonstration's outbox.
 */
export function createMailer(
  env: Pick<Env, "SMTP_URL" | "MAIL_FROM" | "outbox">,
  patience: Patience = PATIENCE,
): Mailer {
  if (!env.SMTP_URL) return { kind: env.outbox === "open" ? "outbox" : "none" };
  const transport = nodemailer.createTransport(
    {
      url: env.SMTP_URL,
      pool: true,
      maxConnections: MAIL_CONNECTIONS,
      maxMessages: 500,
      connectionTimeout: patience.connect,
      greetingTimeout: patience.connect,
      socketTimeout: patience.silence,
    },
    { from: env.MAIL_FROM },
  );
  let unreachable: { until: number; error: unknown } | null = null;
  return {
    kind: "smtp",
    send: async (letter) => {
      if (unreachable && performance.now() < unreachable.until) throw unreachable.error;
      const enough = AbortSignal.timeout(patience.letter);
      try {
        await transport.sendMail({
          messageId: letter.id,
          to: letter.to,
          subject: letter.subject,
          html: letter.html,
          text: letter.text,
          attachments: (letter.pictures ?? []).map(({ cid, name, type, content }) => ({
            ...{ cid, content, filename: name, contentType: type, contentDisposition: "inline" },
          })),
          ...(letter.unsubscribe && { headers: oneClick(letter.unsubscribe) }),
          signal: enough,
        });
        unreachable = null;
      } catch (cause) {
        const error = enough.aborted ? tookTooLong(cause) : cause;
        if (isUnreachable(error))
          unreachable = { until: performance.now() + UNREACHABLE_MS, error };
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** What RFC 8058 asks of whoever is to be told with one click. */
function oneClick(address: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${address}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function tookTooLong(cause: unknown): Error {
  const error = new Error("The mail server took too long for one letter.", { cause });
  return Object.assign(error, { code: "ETIMEDOUT" });
}

function isUnreachable(error: unknown): boolean {
  return error instanceof Error && "code" in error && UNREACHABLE.has(String(error.code));
}

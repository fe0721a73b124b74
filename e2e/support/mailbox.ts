import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  /** Where its reader's mail program would post that no more of its kind are wanted. */
  stopAt?: string;
};

export type Mailbox = {
  /** What SMTP_URL is set to. */
  url: string;
  mails: Mail[];
  /** The next letter to an address whose subject fits, waiting for it when it has not arrived. */
  next(to: string, subject: RegExp): Promise<Mail>;
  stop(): Promise<void>;
};

const PATIENCE = 20_000;

/** A real mail server that keeps what it is given. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      simpleParser(stream).then((parsed) => {
        const html = parsed.html || "";
        mails.push({
          to: session.envelope.rcptTo[0]?.address ?? "",
          subject: parsed.subject ?? "",
          text: parsed.text ?? "",
          html,
          ...stopAddress(parsed.headerLines),
          links: [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => String(href)),
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((ready, failed) => {
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => ready());
  });
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port for mail");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    next: (to, subject) => arrival(mails, to, subject),
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function stopAddress(lines: readonly { key: string; line: string }[]): { stopAt?: string } {
  const line = lines.find(({ key }) => key === "list-unsubscribe")?.line.replace(/\s+/g, "");
  const stopAt = line && /<([^>]+)>/.exec(line)?.[1];
  return stopAt ? { stopAt } : {};
}

async function arrival(mails: Mail[], to: string, subject: RegExp): Promise<Mail> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = mails.find((mail) => mail.to === to && subject.test(mail.subject));
    if (found) return found;
    if (Date.now() > until) {
      const arrived = mails.map((mail) => `${mail.to}: ${mail.subject}`).join("\n");
      throw new Error(`No letter to ${to} about ${subject}. Arrived:\n${arrived}`);
    }
    await new Promise((passed) => setTimeout(passed, 100));
  }
}

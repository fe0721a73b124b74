import { createServer, type Socket } from "node:net";
import { createMailer, type Mailer, type Patience } from "../mailer.server.ts";

/** What it does to whoever calls: never a word, or a word that never ends, at once or in answer to a letter. */
export type Stubbornness = "silent" | "greets-forever" | "deaf-after-greeting" | "answers-forever";

export type StubbornServer = {
  mailer(patience?: Patience): Extract<Mailer, { kind: "smtp" }>;
  /** Connections that are open now. */
  callers(): number;
  close(): Promise<void>;
};

const DRIP_MS = 40;

/** A mail server on this machine that takes calls and is no help. */
export async function startStubbornServer(how: Stubbornness): Promise<StubbornServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    receive(socket, how);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const settings = {
    SMTP_URL: `smtp://127.0.0.1:${address.port}`,
    MAIL_FROM: "Twohats <twohats@house.test>",
    outbox: "closed" as const,
  };
  return {
    mailer: (patience) => {
      const mailer = createMailer(settings, patience);
      if (mailer.kind !== "smtp") throw new Error("not a mailer of letters");
      return mailer;
    },
    callers: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function receive(socket: Socket, how: Stubbornness): void {
  socket.on("data", () => {});
  if (how === "silent") return;
  if (how === "greets-forever") {
    drip(socket, "220-");
    return;
  }
  socket.write("220 here\r\n");
  if (how === "deaf-after-greeting") return;
  let inLetter = false;
  socket.on("data", (chunk) => {
    const said = chunk.toString();
    if (inLetter) {
      if (said.endsWith("\r\n.\r\n")) drip(socket, "250-");
    } else if (said.startsWith("DATA")) {
      inLetter = true;
      socket.write("354 go on\r\n");
    } else socket.write("250 yes\r\n");
  });
}

/** The beginning of an answer, and then a letter of it now and then. */
function drip(socket: Socket, beginning: string): void {
  socket.write(beginning);
  const timer = setInterval(() => socket.write("x"), DRIP_MS);
  socket.on("close", () => clearInterval(timer));
}

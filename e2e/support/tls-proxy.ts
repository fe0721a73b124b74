import { request } from "node:http";
import { createServer } from "node:https";
import { generate } from "selfsigned";

export type TlsProxy = { url: string; stop(): Promise<void> };

/** What stands before a server in earnest: takes TLS with a certificate of its own making and hands on plain HTTP. */
export async function startTlsProxy(port: number, towards: number): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }]);
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const onward = request({
      host: "127.0.0.1",
      port: towards,
      method: incoming.method,
      path: incoming.url,
      // As proxies do it, the server is asked for by its inner name and hears of the client in a header.
      headers: {
        ...incoming.headers,
        host: `127.0.0.1:${towards}`,
        "x-forwarded-for": incoming.socket.remoteAddress,
        "x-forwarded-proto": "https",
      },
    });
    onward.on("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.on("error", () => onward.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  return {
    url: `https://127.0.0.1:${port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

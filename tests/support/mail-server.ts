import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** Takes every letter by SMTP, as a mail server of the operator's would, and keeps the id of each. */
export async function mailServer() {
  const letterIds: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)));
    // a program that is killed resets its connections
    socket.on("error", () => socket.destroy());
    serve(socket, (letter) => letterIds.push(/^message-id:\s*<([^@>]+)@/im.exec(letter)?.[1] ?? "without id"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** One entry for each letter that arrived, in order: the part of its Message-ID before the @. */
    letterIds,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function serve(socket: Socket, keep: (letter: string) => void): void {
  let text = "";
  let isLetter = false;
  socket.write("220 ready\r\n");
  socket.setEncoding("latin1").on("data", (part: string) => {
    text += part;
    for (;;) {
      const mark = isLetter ? "\r\n.\r\n" : "\r\n";
      const end = text.indexOf(mark);
      if (end < 0) return;
      const said = text.slice(0, end);
      text = text.slice(end + mark.length);
      if (isLetter) keep(said);
      isLetter = !isLetter && said.toUpperCase() === "DATA";
      socket.write(isLetter ? "354 go on\r\n" : said.toUpperCase() === "QUIT" ? "221 bye\r\n" : "250 fine\r\n");
    }
  });
}

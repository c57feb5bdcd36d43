import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** Speaks just enough of PostgreSQL's protocol to let anybody in and say that it is of an old version. */
export async function oldDatabaseServer(versionNumber: string) {
  const server = createServer((socket) => {
    let isGreeted = false;
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes: Buffer) => {
      if (!isGreeted) {
        isGreeted = true;
        socket.write(Buffer.concat([message("R", int(0)), ready]));
        return;
      }
      if (String.fromCharCode(bytes[0] ?? 0) !== "Q") return;
      const column = Buffer.concat([Buffer.from("version\0"), Buffer.alloc(6), int(25), Buffer.from([0xff, 0xff]), int(-1), short(0)]);
      const value = Buffer.concat([int(versionNumber.length), Buffer.from(versionNumber)]);
      socket.write(
        Buffer.concat([
          message("T", Buffer.concat([short(1), column])),
          message("D", Buffer.concat([short(1), value])),
          message("C", Buffer.from("SELECT 1\0")),
          ready,
        ]),
      );
    });
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  const { port } = server.address() as AddressInfo;
  return { url: `postgres://someone:secret@127.0.0.1:${port}/old`, close: () => new Promise((closed) => server.close(closed)) };
}

const ready = message("Z", Buffer.from("I"));

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int(body.length + 4), body]);
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

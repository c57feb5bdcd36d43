import type { AfterEvent, Queued, QueueEvent } from "./queue.ts";

/** The queue of a door on this phone: kept in IndexedDB, changed by one transaction, so that two tabs lose nothing. */
export interface QueueStore<Act extends Queued> {
  read(): Promise<Act[]>;
  change(event: QueueEvent<Act>): Promise<Act[]>;
}

const table = "queues";

/** @param name of the database on the phone @param door whose queue it is: the id of a space, of an event */
export async function openQueue<Act extends Queued>(name: string, door: string, afterEvent: AfterEvent<Act>): Promise<QueueStore<Act>> {
  const db = await openDatabase(name);
  return {
    read: () => within<Act>(db, "readonly", (queues, done) => ask<Act>(queues.get(door), (queue) => done(queue ?? []))),
    change: (event) =>
      within<Act>(db, "readwrite", (queues, done) =>
        ask<Act>(queues.get(door), (queue) => {
          const changed = afterEvent(queue ?? [], event);
          queues.put(changed, door);
          done(changed);
        }),
      ),
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(request.error);
  });
}

function ask<Act>(request: IDBRequest<Act[] | undefined>, then: (queue: Act[] | undefined) => void): void {
  request.onsuccess = () => then(request.result);
}

// told when the transaction has been kept, not before
function within<Act>(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (queues: IDBObjectStore, done: (queue: Act[]) => void) => void,
): Promise<Act[]> {
  return new Promise((kept, failed) => {
    const transaction = db.transaction(table, mode);
    let answer: Act[] = [];
    transaction.oncomplete = () => kept(answer);
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
    work(transaction.objectStore(table), (queue) => {
      answer = queue;
    });
  });
}

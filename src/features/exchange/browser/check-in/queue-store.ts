import { afterEvent, type QueuedAct, type QueueEvent } from "../../host-phone/queue.ts";

/** The queue of a space on this phone: kept in IndexedDB, changed by one transaction, so that two tabs lose nothing. */
export interface QueueStore {
  read(): Promise<QueuedAct[]>;
  change(event: QueueEvent): Promise<QueuedAct[]>;
}

const table = "queues";

export async function openQueue(spaceId: string): Promise<QueueStore> {
  const db = await openDatabase();
  return {
    read: () => within(db, "readonly", (queues, done) => ask(queues.get(spaceId), (queue) => done(queue ?? []))),
    change: (event) =>
      within(db, "readwrite", (queues, done) =>
        ask(queues.get(spaceId), (queue) => {
          const changed = afterEvent(queue ?? [], event);
          queues.put(changed, spaceId);
          done(changed);
        }),
      ),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((opened, failed) => {
    const request = indexedDB.open("romslig-check-in", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => opened(request.result);
    request.onerror = () => failed(request.error);
  });
}

function ask(request: IDBRequest<QueuedAct[] | undefined>, then: (queue: QueuedAct[] | undefined) => void): void {
  request.onsuccess = () => then(request.result);
}

// told when the transaction has been kept, not before
function within(
  db: IDBDatabase,
  mode: IDBTransactionMode,
  work: (queues: IDBObjectStore, done: (queue: QueuedAct[]) => void) => void,
): Promise<QueuedAct[]> {
  return new Promise((kept, failed) => {
    const transaction = db.transaction(table, mode);
    let answer: QueuedAct[] = [];
    transaction.oncomplete = () => kept(answer);
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
    work(transaction.objectStore(table), (queue) => {
      answer = queue;
    });
  });
}

/**
 * Does what is due with each, one after the other: one that fails does not keep those behind it from their turn, however often the job
 * is tried again.
 * @throws AggregateError with what failed, when all have been tried
 */
export async function tryEach<Item>(due: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of due) {
    try {
      await act(item);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} failed: ${failures[0]}`);
}

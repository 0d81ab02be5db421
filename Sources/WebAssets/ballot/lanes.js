/**
 * Does the same work on every item, on a few of them at a time, beginning them in order.
 * @template T, R
 * @param {T[]} items @param {number} lanes how many at a time
 * @param {(item: T, index: number) => Promise<R>} work
 * @returns {Promise<R[]>} in the items' order
 * @throws the first error of `work`, once the work that was begun by then has ended; no other is begun.
 */
export async function inLanes(items, lanes, work) {
  const results = new Array(items.length);
  const failures = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      try {
        results[index] = await work(items[index], index);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return results;
}

/** The first `limit` of many items in an order, sorted, in time that hardly depends on the limit: a heap of the best so far. */
export function topItems(
  items: Iterable<number>,
  { limit, compare }: { readonly limit: number; readonly compare: (a: number, b: number) => number },
): number[] {
  const heap: number[] = [];
  if (limit <= 0) return heap;
  for (const item of items) {
    if (heap.length < limit) {
      heap.push(item);
      if (heap.length === limit) for (let at = (limit >> 1) - 1; at >= 0; at--) sink(heap, at, compare);
    } else if (compare(item, heap[0]!) < 0) {
      heap[0] = item;
      sink(heap, 0, compare);
    }
  }
  return heap.toSorted(compare);
}

/** The last of the heap is on top. */
function sink(heap: number[], start: number, compare: (a: number, b: number) => number): void {
  const item = heap[start]!;
  let at = start;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child]!, heap[child + 1]!) < 0) child++;
    if (compare(item, heap[child]!) >= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
}

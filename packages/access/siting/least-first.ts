/** Puts the `count` items of least value at the beginning of a list, in no order (Hoare 1961). Equal values are told apart by the items. */
export function putLeastFirst(items: Int32Array, value: Float64Array, count: number): void {
  const isBefore = (one: number, other: number): boolean => {
    const [mine, theirs] = [value[one] ?? 0, value[other] ?? 0];
    return mine < theirs || (mine === theirs && one < other);
  };
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const pivot = items[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while (isBefore(items[left] ?? 0, pivot)) left++;
      while (isBefore(pivot, items[right] ?? 0)) right--;
      if (left > right) break;
      const moved = items[left] ?? 0;
      items[left++] = items[right] ?? 0;
      items[right--] = moved;
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else return;
  }
}

/** A number with thousands separated: 1,204. */
export function counted(value: number): string {
  return value.toLocaleString('en');
}

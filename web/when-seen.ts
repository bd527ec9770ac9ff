/** Loads what makes an element alive when the first of its kind comes into view. */
export function loadWhenSeen(name: string, load: () => Promise<void>): void {
  const elements = document.querySelectorAll(name);
  if (elements.length === 0) return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    // What stands in the element stays when this fails, and works.
    load().catch((error: unknown) => console.warn(`${name} could not be loaded`, error));
  });
  for (const element of elements) observer.observe(element);
}

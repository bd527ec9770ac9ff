/** The same function, which remembers its latest answers: one word or name is asked for many times. */
export function remembered<Answer>(find: (text: string) => Answer, most = 20_000): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, found);
    return found;
  };
}

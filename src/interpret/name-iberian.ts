import { GIVEN_NAMES } from '../vocabulary/given-names.ts';

/** Portuguese for son, grandson, nephew, junior: part of the family name before it. */
export const GENERATION_NAME = /^(?:filho|neto|netto|sobrinho|júnior)$/iu;

/** Whether a word is surely a Spanish or Portuguese family name: before another word it is the first of two. */
export function isFirstOfTwo(word: string): boolean {
  const plain = word.toLowerCase();
  return (
    !GIVEN_NAMES.has(plain) &&
    /^(?:\p{L}{3,}ez|muñoz|munoz|díaz|diaz|garcía|garcia|díez|ruiz|ruíz|ortiz|saiz|sáinz|cortés|vega|herrera|molina|castro|medina|guerrero|delgado|romero|vargas|rojas|castillo|mendoza|espinosa|salazar|cárdenas|paredes|aguilar|figueroa|escobar)$/u.test(
      plain,
    )
  );
}

/** Whether a word may be the first of two family names, as in Spain and Portugal; Hayes in "T. Hayes Hunter" is none. */
export function isIberian(word: string): boolean {
  return /[áéíóúñãõç]|[eai]z$|[oa]s?$|^(?:reyes|torres|flores|morales|paredes|fuentes|cortes|robles|gomes|lopes|nunes|alves|fernandes|rodrigues|gonçalves|pérez|martin|león|leon|del|solís|solis|beltran|duran|marin|simon|villareal|villarreal|aguilar|escobar|salazar|amorim|delgado)$/u.test(
    word,
  );
}

const OF_MARY =
  /^(?:carmen|pilar|rosario|socorro|mar|consuelo|rocío|rocio|refugio|ángeles|angeles|lourdes|lurdes|jesús|jesus|luz|fátima|fatima|guadalupe|conceição|conceicao|graças|gracas|dores|glória|gloria|mercedes|dolores|nieves|remedios|soledad|valle|sol|rosa|paz|penha|perpétuo)$/u;

/** How many words at the beginning are one given name of several: "María del Carmen", "Maria das Graças"; 0 where there is none. */
export function compoundGivenLength(list: readonly string[]): number {
  if (!/^(?:mar[ií]a|m[aª]\.?|jos[eé]|juan)$/iu.test(list[0] ?? '')) return 0;
  const end = list.findIndex((word, index) => index > 0 && !/^(?:de|del|la|las|los|da|das|do|dos)$/u.test(word));
  return end > 1 && end < list.length - 1 && OF_MARY.test(list[end]?.toLowerCase() ?? '') ? end + 1 : 0;
}

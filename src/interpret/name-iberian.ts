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

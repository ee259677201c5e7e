const FACT = /(?<![\p{L}\p{N}])\p{N}[\p{N}.,]*|(?<=[\p{L}\p{N},»)%—–]\s+[«"(]?)\p{Lu}[\p{L}\p{N}]+|«/gu;
const ENOUGH = 4;

/** How much a sentence tells in numbers and names, 0…1. */
export function factDensity(sentence: string): number {
  return Math.min(1, (sentence.match(FACT)?.length ?? 0) / ENOUGH);
}

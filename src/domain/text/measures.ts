/** What a number measures, and in how many of the smallest unit of that kind. */
export interface Measure {
  readonly kind: string;
  readonly factor: number;
}

/** Kind, then words with their factors. A year is no multiple of a day in texts, nor a month of a week. */
const TABLE = `
процент процент=1 процентный=1
рубль рубль=1 рублевый=1
доллар доллар=1
евро евро=1
юань юань=1
фунт фунт=1
градус градус=1
масса миллиграмм=0.001 грамм=1 килограмм=1000 тонна=1000000
длина миллиметр=0.001 сантиметр=0.01 метр=1 километр=1000
время секунда=1 минута=60 час=3600 сутки=86400 день=86400 неделя=604800
месяц месяц=1
год год=1 летний=1
объем байт=1 килобайт=1024 мегабайт=1048576 гигабайт=1073741824 терабайт=1099511627776
мощность ватт=1 киловатт=1000 мегаватт=1000000 гигаватт=1000000000`;

/** Units of measurement and currencies by their Russian word. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [kind = '', ...words] = line.split(' ');
      return words.map((entry) => {
        const [word = '', factor] = entry.split('=');
        return [word, { kind, factor: Number(factor) }] as const;
      });
    }),
);

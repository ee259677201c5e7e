/** Abbreviations that stand before what they belong to: no sentence ends after them ("ул. Ленина", "им. Гагарина"). */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'им ул пер просп пл наб бул корп стр кв оф обл р-н пос дер гор оз пп ст гл разд рис табл см ср напр тт ' +
    'акад проф доц канд докт св прп митр архиеп гос гн г-н г-жа гр-н ген подп лейт вып изд ред авт прим букв ' +
    'исп англ нем фр итал лат греч укр зам пом нач зав дир инж тел моб доб хим физ мед техн экон юр ' +
    'mr mrs ms dr st vs prof fig vol ed'
  ).split(' '),
);

/** Abbreviations that may close a sentence: one ends after them if what follows begins like a sentence. */
export const CLOSING_ABBREVIATIONS: ReadonlySet<string> = new Set('др проч пр inc ltd corp jr etc'.split(' '));

/** Units and the like: after a number they may close a sentence ("в 2024 г."), otherwise they lead ("г. Тула"). */
export const UNIT_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'г гг в вв руб коп тыс млн млрд трлн долл кг км см мм м га л мл ч мин сек с чел экз шт т час р кв куб'.split(' '),
);

/** Says whether a word in lower case, without its full stop, is one of them. */
export function isAbbreviation(word: string): boolean {
  return LEADING_ABBREVIATIONS.has(word) || CLOSING_ABBREVIATIONS.has(word) || UNIT_ABBREVIATIONS.has(word);
}

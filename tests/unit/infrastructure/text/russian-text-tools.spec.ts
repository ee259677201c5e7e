import { expect } from 'chai';
import { RussianTextTools } from '#etalon/infrastructure/text/russian-text-tools.js';

describe('infrastructure/text/RussianTextTools', () => {
  const tools = new RussianTextTools();

  it('stems the forms of a Russian word alike and leaves other scripts', () => {
    expect(new Set(['москва', 'москве', 'москвы', 'москву'].map((word) => tools.stem(word)))).to.have.length(1);
    expect(tools.stem('python')).to.equal('python');
    expect(tools.stem('3.13')).to.equal('3.13');
  });

  it('gives the same stem from its memory', () => {
    expect(tools.stem('учёные')).to.equal(tools.stem('учёные'));
  });

  for (const [language, text] of [
    ['ru', 'Учёные из Новосибирска вырастили кристалл, который проводит ток без потерь.'],
    ['ru', 'В Python 3.13 вышел новый REPL.'],
    ['uk', 'Україна заявила, що її уряд ухвалив новий закон про мову та освіту в країні.'],
    ['be', 'Беларускія навукоўцы стварылі новы матэрыял, які дапаможа лячыць хваробы.'],
    ['bg', 'Българското правителство прие нов закон за образованието, който ще влезе в сила през януари.'],
    ['sr', 'Српска влада је усвојила нови закон о образовању који ће ступити на снагу у јануару.'],
    ['kk', 'Қазақстан үкіметі білім туралы жаңа заң қабылдады.'],
    ['en', 'The government adopted a new law on education that will come into force in January.'],
    ['ru', 'Погода в городе на неделю: от дождя до снега.'],
  ] as const)
    it(`detects ${language}: ${text.slice(0, 30)}`, () => {
      expect(tools.detectLanguage(text)).to.equal(language);
    });

  it('detects nothing in nothing', () => {
    expect(tools.detectLanguage('')).to.equal('');
  });
});

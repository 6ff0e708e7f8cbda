import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../components/article/block.ts';
import { languageOf } from '../../components/entities/language.ts';

const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({ text, kind });

const sentences = {
  en: 'The council said on Friday that it had not been told of the plan and would ask for it to be put off.',
  de: 'Der Stadtrat teilte am Freitag mit, dass er von dem Plan nicht unterrichtet worden sei und ihn verschieben wolle.',
  fr: 'Le conseil a dit vendredi qu’il n’avait pas été informé du projet et que la décision serait prise dans un mois.',
  es: 'El consejo dijo el viernes que no había sido informado del plan y que la decisión se tomará en un mes.',
  pt: 'O conselho disse na sexta-feira que não foi informado do plano e que a decisão será tomada em um mês.',
  it: 'Il consiglio ha detto venerdì che non era stato informato del piano e che la decisione è attesa per il mese di maggio.',
  nl: 'De raad zei vrijdag dat het niet op de hoogte was van het plan en dat een besluit over een maand wordt genomen.',
  sv: 'Rådet sade på fredagen att det inte hade fått veta om planen och att ett beslut ska fattas om en månad.',
  pl: 'Rada powiedziała w piątek, że nie została poinformowana o planie i że decyzja zapadnie za miesiąc, jak to już było.',
  tr: 'Konsey cuma günü bir açıklama yaptı ve bu planın çok yeni olduğunu, karar için daha zaman gerektiğini söyledi.',
  ru: 'Совет сообщил в пятницу, что он не был уведомлён о плане и что решение будет принято через месяц.',
  uk: 'Рада повідомила в п’ятницю, що її не було поінформовано про план і що рішення буде ухвалено за місяць.',
  ar: 'قال المجلس يوم الجمعة إنه لم يكن على علم بالخطة وأن القرار سوف يتخذ خلال شهر من هذا التاريخ.',
  ja: '市議会は金曜日、計画について知らされていなかったと述べた。',
  zh: '市议会星期五表示，事先没有得到有关该计划的通知。',
  ko: '시의회는 금요일 계획에 대해 통보받지 못했다고 밝혔다.',
  el: 'Το συμβούλιο δήλωσε την Παρασκευή ότι δεν είχε ενημερωθεί για το σχέδιο.',
  he: 'המועצה מסרה ביום שישי כי לא ידעה על התוכנית.',
} as const;

describe('languageOf', () => {
  for (const [language, text] of Object.entries(sentences)) {
    it(`tells ${language} by its words, whatever the page declares`, () => {
      expect(languageOf([block(text)], null)).toBe(language);
      expect(languageOf([block(text), block(text)], language === 'en' ? 'de-AT' : 'en-US')).toBe(language);
    });
  }

  it('keeps a German article German around an English quotation', () => {
    const blocks = [block(sentences.de), block(`${sentences.en} ${sentences.en}`, 'quote')];
    expect(languageOf(blocks, 'de')).toBe('de');
    expect(languageOf(blocks, null)).toBe('de');
    expect(languageOf([block(`${sentences.de} „I was not told“, sagte sie der Zeitung.`)], null)).toBe('de');
  });

  it('believes the page where the text says too little', () => {
    expect(languageOf([block('Ada Roe, Oz')], 'en-GB')).toBe('en');
    expect(languageOf([block('Ada Roe, Oz')], 'pt_BR')).toBe('pt');
    expect(languageOf([block('12 – 3')], 'fi')).toBe('fi');
  });

  it('says nothing where neither tells', () => {
    expect(languageOf([block('Ada Roe, Oz')], null)).toBeNull();
    expect(languageOf([], null)).toBeNull();
    expect(languageOf([], '')).toBeNull();
  });

  it('asks a quotation when there is nothing else, but no code', () => {
    expect(languageOf([block(sentences.fr, 'quote')], null)).toBe('fr');
    expect(
      languageOf([block(sentences.de), block('for (the of that) { is was with } '.repeat(9), 'code')], null),
    ).toBe('de');
  });

  it('does not take a language it knows no words of for the one the page declares', () => {
    const papiamento =
      'Siman pasa minister di enseñansa a bishita e scol nobo pa wak con e trabou ta bayendo y pa papia cu maestro y mayornan di e muchanan. ';
    expect(languageOf([block(papiamento.repeat(3))], 'en')).not.toBe('en');
  });
});

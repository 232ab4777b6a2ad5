import { expect, it } from 'vitest';
import { languageOf } from '../../draft/language.ts';

it.for<[language: string, text: string]>([
  ['nl', 'Brug in Larkfoort dicht\n\nDe brug was maandag dicht. Het was koud en de burgemeester was er ook bij.'],
  ['de', 'Kai wieder offen\nDie Bürgermeisterin war am Montag dort, und das Wetter war gut.'],
  ['fr', 'Le quai reste ouvert\nLe quai est sûr, a dit la maire lundi.'],
  ['es', 'El muelle sigue abierto\nEl muelle es seguro, dijo la alcaldesa el lunes.'],
  ['ru', 'Мост открыт\nМэр сказала, что мост открыт.'],
  ['ru', 'Президент открыл мост New Bridge, сказал мэр Vladimir Holm'],
  ['uk', 'Міст відкрито\nМер сказала, що міст відкрито.'],
  ['en', 'The bridge is safe'],
  ['en', 'QUAY REOPENS\nTHE QUAY WAS SAFE ON MONDAY, THE MAYOR SAID'],
  ['en', 'The paper Новый выпуск says ten ships left\nThe ships left on Monday with all of their crews.'],
  ['en', 'Quay reopens\nAnn Lee told them: “мы были там и всё видели, и это было очень хорошо”. They all laughed.'],
  ['en', 'The mayor greeted them in French: “Le pont est sûr, et je suis heureuse de vous dire qu’il reste ouvert.”'],
  [
    'fr',
    'Le maire a cité la lettre : « The bridge is safe and it will stay open for everybody. » Les habitants sont contents.',
  ],
  ['und', '123 456'],
])('%s: %s', ([language, text]) => {
  expect(languageOf(text)).toBe(language);
});
